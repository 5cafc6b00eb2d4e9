package cn.shiyu.casework.portal;

import cn.shiyu.casework.BoardItem;
import cn.shiyu.casework.BoardQueries;
import cn.shiyu.casework.CaseDraft;
import cn.shiyu.casework.CaseDrafts;
import cn.shiyu.casework.MyCases;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.organisation.portal.HomePanel;
import cn.shiyu.organisation.portal.HomePlace;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.search.SearchTerms;
import cn.shiyu.tenancy.CurrentCity;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;

/** The front door: what the city offers, and how it works. */
@Path("/")
public class HomePages {

    /** A glance, not a list. */
    private static final int FEW = 3;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentCity city;

    @Inject
    MyCases mine;

    @Inject
    CaseDrafts drafts;

    @Inject
    BoardQueries board;

    @All
    @Inject
    List<HomePlace> places;

    @GET
    public Uni<Response> home() {
        return board.page(city.get(), null, null, SearchTerms.NONE, null)
                .map(HomePages::few)
                .chain(latest -> caller.get().isResident() ? homeOf(caller.get(), latest) : homeOfAnyone(latest));
    }

    private Uni<Response> homeOf(Caller resident, List<BoardItem> latest) {
        return mine.of(resident, SearchTerms.NONE, null)
                .map(HomePages::few)
                .chain(own -> drafts.of(resident)
                        .map(CaseDraft::isBegun)
                        .chain(draft -> Html.page(HomeTemplates.home(own, draft, latest, Form.empty(), panels()))));
    }

    private Uni<Response> homeOfAnyone(List<BoardItem> latest) {
        return Html.page(HomeTemplates.home(null, false, latest, Form.empty(), panels()));
    }

    private List<HomePanel> panels() {
        return places.stream()
                .sorted(Comparator.comparingInt(HomePlace::order))
                .flatMap(place -> place.of(city.get(), caller.get()).stream())
                .toList();
    }

    private static <T> List<T> few(Page<T> page) {
        return page.items().stream().limit(FEW).toList();
    }

    @GET
    @Path("/help")
    public Uni<Response> help() {
        return Html.page(HomeTemplates.help());
    }
}
