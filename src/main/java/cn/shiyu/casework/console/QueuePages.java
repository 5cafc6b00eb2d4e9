package cn.shiyu.casework.console;

import cn.shiyu.casework.CaseOffer;
import cn.shiyu.casework.CaseStatus;
import cn.shiyu.casework.QueueFilter.Scope;
import cn.shiyu.casework.QueueItem;
import cn.shiyu.casework.QueueQueries;
import cn.shiyu.identity.Caller;
import cn.shiyu.organisation.Unit;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.platform.web.StaffFrame;
import cn.shiyu.search.SearchTerms;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** 待办队列 of one unit: what is due first stands first. */
@Path("/console")
public class QueuePages {

    @Inject
    StaffDesk desk;

    @Inject
    CurrentCity city;

    @Inject
    QueueQueries queues;

    @Inject
    PlaceChoices places;

    @GET
    public Uni<Response> queue(
            @QueryParam("unit") String unit,
            @QueryParam("scope") String scope,
            @QueryParam("tab") String tab,
            @QueryParam("kind") String kind,
            @QueryParam("category") String category,
            @QueryParam("region") String region,
            @QueryParam(SearchTerms.FIELD) String q,
            @QueryParam("after") String after) {
        Caller staff = desk.caller();
        if (!staff.worksOnCases()) {
            return elsewhere();
        }
        Unit at = unit(unit);
        QueueAddress here = new QueueAddress(at.code(), scope, tab, kind, category, region, q);
        return listed(staff, at, here, q, after)
                .onFailure(SearchTerms::isFaulty)
                .recoverWithUni(refused -> queues.counts(staff, at.code())
                        .chain(counts -> refused(at, here, counts, (Refusal) refused)));
    }

    /** Who has no queue starts at the first place that is theirs. */
    private Uni<Response> elsewhere() {
        StaffFrame frame = desk.frame();
        return frame.nav().isEmpty()
                ? Html.page(QueueTemplates.noQueue(frame))
                : Uni.createFrom().item(Html.to(frame.nav().get(0).href()));
    }

    private Uni<Response> listed(Caller staff, Unit at, QueueAddress here, String q, String after) {
        return Uni.createFrom()
                .item(() -> SearchTerms.of(q))
                .chain(terms -> queues.queue(staff, here.filter(terms, after))
                        .map(queue -> sheet(at, here, form(here), after, queue.counts(), terms, queue.page())))
                .chain(sheet -> Html.page(QueueTemplates.queue(desk.frame(), sheet)));
    }

    private Uni<Response> refused(Unit at, QueueAddress here, Map<CaseStatus, Integer> counts, Refusal refused) {
        Form wrong = form(here).refused(refused);
        QueueSheet sheet = sheet(at, here, wrong, null, counts, SearchTerms.NONE, new Page<>(List.of(), null));
        return Html.page(refused.status(), QueueTemplates.queue(desk.frame(), sheet));
    }

    private static Form form(QueueAddress here) {
        return Form.empty()
                .with("kind", here.kind())
                .with("category", here.category())
                .with("region", here.region())
                .with(SearchTerms.FIELD, here.q());
    }

    /** The unit asked for; without one the first at which the caller works. Another's is not there. */
    private Unit unit(String asked) {
        return desk.units().stream()
                .filter(unit -> asked == null || asked.isBlank() || unit.code().equals(asked))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private QueueSheet sheet(
            Unit unit,
            QueueAddress here,
            Form filter,
            String after,
            Map<CaseStatus, Integer> counts,
            SearchTerms terms,
            Page<QueueItem> page) {
        return new QueueSheet(
                unit,
                here,
                after == null || after.isBlank() ? null : after,
                units(here),
                QueueTabs.of(unit, here, counts),
                scopes(unit, here),
                filter,
                kinds(),
                places.branches(city.get()),
                places.townships(city.get()),
                terms,
                page);
    }

    private List<NavItem> units(QueueAddress here) {
        return desk.units().stream()
                .map(unit -> NavItem.tab(
                        here.withUnit(unit.code()).href(), unit.name(), null, unit.code().equals(here.unit())))
                .toList();
    }

    /** Only centres have something below them, only units that handle assist. */
    private static List<NavItem> scopes(Unit unit, QueueAddress here) {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope != Scope.BELOW || !unit.handles())
                .filter(scope -> scope != Scope.ASSISTING || unit.handles())
                .map(scope -> NavItem.tab(
                        here.withScope(scope).href(),
                        Messages.get("console.scope." + scope),
                        null,
                        here.scope().equals(scope.name())))
                .toList();
    }

    private List<Choice> kinds() {
        return CaseOffer.of(city.get()).kinds().stream()
                .map(kind -> new Choice(kind.code().name(), kind.name()))
                .toList();
    }
}
