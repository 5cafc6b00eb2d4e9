package cn.shiyu.casework.portal;

import cn.shiyu.casework.BoardItem;
import cn.shiyu.casework.BoardQueries;
import cn.shiyu.casework.CaseOffer;
import cn.shiyu.category.Categories;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.search.SearchTerms;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CurrentCity;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;

/** 公示公开: what the city lets everybody read. Filters live in the address, so that a reload or a shared link keeps them. */
@Path("/board")
public class BoardPages {

    @Inject
    CurrentCity city;

    @Inject
    BoardQueries board;

    @Inject
    Categories categories;

    @GET
    public Uni<Response> list(
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("topic") @DefaultValue("") String topic,
            @QueryParam(SearchTerms.FIELD) @DefaultValue("") String q,
            @QueryParam("after") String after) {
        String typed = q.replace("\0", "").strip();
        Form filter = Form.empty().with("kind", kind).with("topic", topic).with(SearchTerms.FIELD, typed);
        String href = href(kind, topic, typed);
        return Uni.createFrom()
                .item(() -> SearchTerms.of(q))
                .chain(terms -> board.page(city.get(), kind, topic, terms, after)
                        .chain(page -> Html.page(template(page, filter, terms, href, after))))
                .onFailure(SearchTerms::isFaulty)
                .recoverWithUni(refused -> refused(filter.refused((Refusal) refused), href));
    }

    private TemplateInstance template(Page<BoardItem> page, Form filter, SearchTerms terms, String href, String after) {
        return BoardTemplates.list(page, filter, terms, kinds(city.get()), topics(city.get()), href, after);
    }

    private Uni<Response> refused(Form filter, String href) {
        return Html.page(422, template(new Page<>(List.of(), null), filter, SearchTerms.NONE, href, null));
    }

    private static String href(String kind, String topic, String q) {
        UriBuilder address = UriBuilder.fromPath("/board");
        add(address, "kind", kind);
        add(address, "topic", topic);
        add(address, SearchTerms.FIELD, q);
        return address.build().toString();
    }

    private static void add(UriBuilder address, String name, String value) {
        if (!value.isBlank()) {
            address.queryParam(name, "{value}").resolveTemplate("value", value);
        }
    }

    private static List<Choice> kinds(City city) {
        return CaseOffer.of(city).kinds().stream()
                .map(kind -> new Choice(kind.code().name(), kind.name()))
                .toList();
    }

    private List<Choice> topics(City city) {
        return categories.of(city).roots().stream()
                .map(root -> new Choice(root.code(), root.name()))
                .toList();
    }

    @GET
    @Path("/{number}")
    public Uni<Response> one(@PathParam("number") String number) {
        return board.byNumber(city.get(), number).chain(item -> Html.page(BoardTemplates.show(item)));
    }
}
