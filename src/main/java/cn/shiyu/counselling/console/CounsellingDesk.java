package cn.shiyu.counselling.console;

import cn.shiyu.counselling.CounsellingFlow;
import cn.shiyu.counselling.CounsellingSettings;
import cn.shiyu.counselling.CounsellingStatus;
import cn.shiyu.counselling.Counsellor;
import cn.shiyu.counselling.ProviderFigures;
import cn.shiyu.counselling.ThreadQueries;
import cn.shiyu.counselling.ThreadView;
import cn.shiyu.counselling.WriteFlow;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** 心理咨询 at the console: the counsellor's own letters, and what is done to one. There is no export. */
@Path(CounsellingDesk.PLACE)
public class CounsellingDesk {

    static final String PLACE = "/console/counselling";

    @Inject
    StaffDesk desk;

    @Inject
    CurrentCity city;

    @Inject
    ThreadQueries queries;

    @Inject
    WriteFlow writing;

    @Inject
    CounsellingFlow flow;

    @Inject
    ProviderFigures figures;

    @GET
    public Uni<Response> list(
            @QueryParam("list") @DefaultValue("waiting") String list, @QueryParam("after") String after) {
        return found(list, after)
                .chain(page -> Html.page(CounsellingDeskTemplates.list(
                        desk.frame(), page, tabs(list), PLACE + "?list=" + list, after)));
    }

    private Uni<Page<ThreadView>> found(String list, String after) {
        return switch (list) {
            case "waiting" -> queries.waiting(desk.caller(), after);
            case "answered" -> queries.had(desk.caller(), CounsellingStatus.ANSWERED, after);
            case "closed" -> queries.had(desk.caller(), CounsellingStatus.CLOSED, after);
            default -> throw Refusal.notFound();
        };
    }

    private static List<NavItem> tabs(String current) {
        return Stream.of("waiting", "answered", "closed")
                .map(one -> NavItem.tab(
                        PLACE + "?list=" + one, Messages.get("counselling.tab." + one), null, one.equals(current)))
                .toList();
    }

    @GET
    @Path("/figures")
    public Uni<Response> figures() {
        return figures.lastQuarter(desk.caller())
                .chain(found -> Html.page(CounsellingDeskTemplates.figures(desk.frame(), found)));
    }

    @GET
    @Path("/threads/{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        return page(200, id, Form.empty());
    }

    private Uni<Response> page(int status, String id, Form form) {
        return queries.one(desk.caller(), id(id))
                .chain(it -> Html.page(
                        status,
                        CounsellingDeskTemplates.thread(
                                desk.frame(), it, form, others(it), IdempotencyKey.fresh().value())));
    }

    private List<Choice> others(ThreadView it) {
        return CounsellingSettings.of(city.get()).counsellors().stream()
                .filter(Counsellor::writes)
                .filter(one -> !one.login().equals(it.counsellorLogin()))
                .map(one -> new Choice(one.login(), one.name()))
                .toList();
    }

    @POST
    @Path("/threads/{id}/{act: answer|conclusion|offer}")
    public Uni<Response> act(
            @PathParam("id") String id, @PathParam("act") String act, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> done(id(id), act, form))
                .map(done -> Html.to(PLACE + "/threads/" + id + "?done=counselling." + act))
                .onFailure(Refusal.class)
                .recoverWithUni(refused -> again(id, form, (Refusal) refused));
    }

    private Uni<Void> done(UUID id, String act, Form form) {
        return switch (act) {
            case "answer" -> writing.answer(
                    desk.caller(), IdempotencyKey.of(form.value("idempotencyKey")), id, form.value("words"));
            case "conclusion" -> flow.close(desk.caller(), id);
            default -> flow.offer(desk.caller(), id, form.value("counsellor"));
        };
    }

    private Uni<Response> again(String id, Form form, Refusal refusal) {
        return refusal.status() == 422 || refusal.status() == 409
                ? page(refusal.status(), id, form.refused(refusal))
                : Uni.createFrom().failure(refusal);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
