package cn.shiyu.agreement.console;

import cn.shiyu.agreement.AgreementQueries;
import cn.shiyu.agreement.AgreementSide;
import cn.shiyu.agreement.AgreementView;
import cn.shiyu.agreement.ConfirmFlow;
import cn.shiyu.agreement.Draft;
import cn.shiyu.agreement.DraftFlow;
import cn.shiyu.agreement.Duty;
import cn.shiyu.agreement.DutyFlow;
import cn.shiyu.identity.Caller;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** 调解协议书 at the mediator's desk: write, lay before both, watch, confirm. */
@Path(AgreementDesk.PLACE)
public class AgreementDesk {

    static final String PLACE = "/console/agreements";

    private static final int ROWS = 6;
    private static final int MORE = 2;

    @Inject
    StaffDesk desk;

    @Inject
    AgreementQueries queries;

    @Inject
    DraftFlow drafts;

    @Inject
    DutyFlow duties;

    @Inject
    ConfirmFlow confirming;

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        return queries.one(desk.caller(), id(id)).chain(it -> page(200, it, filled(it)));
    }

    private Uni<Response> page(int status, AgreementView it, Form form) {
        List<Choice> sides = Arrays.stream(AgreementSide.values())
                .map(side -> new Choice(side.name(), Messages.get("agreement." + side)))
                .toList();
        List<DutyRow> rows = IntStream.range(0, Math.min(Draft.MOST, Math.max(ROWS, it.duties().size() + MORE))).mapToObj(DutyRow::new).toList();
        return Html.page(status, AgreementDeskTemplates.show(desk.frame(), it, form, rows, sides));
    }

    private static Form filled(AgreementView it) {
        Form form = Form.empty().with("facts", it.facts()).with("terms", it.terms());
        for (int i = 0; i < it.duties().size(); i++) {
            Duty duty = it.duties().get(i);
            form = form.with("debtor" + i, duty.debtor()).with("duty" + i, duty.words()).with("due" + i, duty.due())
                    .with("yuan" + i, duty.fen() == null ? "" : BigDecimal.valueOf(duty.fen(), 2).toPlainString());
        }
        return form;
    }

    @GET
    @Path("/{id}/agreement.pdf")
    public Uni<Response> paper(@PathParam("id") String id) {
        return queries.paper(desk.caller(), id(id)).map(AgreementDesk::pdf);
    }

    @GET
    @Path("/{id}/confirmation.pdf")
    public Uni<Response> application(@PathParam("id") String id) {
        return queries.application(desk.caller(), id(id)).map(AgreementDesk::pdf);
    }

    private static Response pdf(byte[] bytes) {
        return Response.ok(bytes, "application/pdf").header("Cache-Control", "no-store").build();
    }

    @POST
    @Path("/{id}/{act: draft|proposal|recall|breach|submission|ruling}")
    public Uni<Response> act(
            @PathParam("id") String id, @PathParam("act") String act, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> done(id(id), act, form))
                .map(ok -> Html.to(PLACE + "/" + id + "?done=agreement." + act))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> {
                    Refusal refused = (Refusal) failure;
                    return refused.status() == 404 || refused.status() == 403 || refused.status() == 401
                            ? Uni.createFrom().failure(refused)
                            : queries.one(desk.caller(), id(id)).chain(it -> page(refused.status(), it, form.refused(refused)));
                });
    }

    private Uni<Void> done(UUID id, String act, Form form) {
        Caller mediator = desk.caller();
        return switch (act) {
            case "draft" -> drafts.write(mediator, id, draft(form));
            case "proposal" -> drafts.propose(mediator, id, draft(form));
            case "recall" -> drafts.takeBack(mediator, id);
            case "breach" -> duties.breach(mediator, id);
            case "submission" -> confirming.submitted(
                    mediator, id, form.value("court"), form.value("handedIn"));
            default -> confirming.ruled(mediator, id, form.has("confirmed", "true"), form.value("ruling"));
        };
    }

    private static Draft draft(Form form) {
        return new Draft(form.value("facts"), form.value("terms"), IntStream.range(0, Draft.MOST)
                .mapToObj(i -> new Draft.Row(
                        form.value("debtor" + i), form.value("duty" + i), form.value("yuan" + i), form.value("due" + i)))
                .toList());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
