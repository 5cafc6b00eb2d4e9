package cn.shiyu.casework.console;

import cn.shiyu.casework.CaseOffer;
import cn.shiyu.casework.CaseReceipt;
import cn.shiyu.casework.SubmissionFlow;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.identity.Surface;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.CurrentCity;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;

/** 来电登记: a hotline agent takes a case down while somebody speaks; everything on one page. */
@Path("/console/cases/new")
public class HotlineDesk {

    @Inject
    StaffDesk desk;

    @Inject
    CurrentCity city;

    @Inject
    SubmissionFlow submissions;

    @Inject
    PlaceChoices places;

    @GET
    public Uni<Response> empty() {
        agent();
        Form form = Form.empty()
                .with("visibility", "PUBLIC")
                .with("idempotencyKey", IdempotencyKey.fresh().value());
        return Html.page(page(form));
    }

    /** The answer is the receipt itself: its code must not stand in an address. Sent again, the key makes it the same case. */
    @POST
    public Uni<Response> take(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> submissions.submit(agent(), key(form), HotlineForm.read(form)))
                .chain(receipt -> taken(receipt, form))
                .onFailure(Refusal.class)
                .recoverWithUni(refused -> again(form, (Refusal) refused));
    }

    /** @throws Refusal 403: others have their own ways in */
    private Caller agent() {
        Caller staff = desk.caller();
        if (!staff.holds(Role.HOTLINE_AGENT)) {
            throw new Refusal(403, "hotline-only", "来电登记由热线话务员办理。");
        }
        return new Caller(
                staff.tenant(), staff.kind(), staff.id(), staff.name(), staff.posts(), Surface.HOTLINE);
    }

    private static IdempotencyKey key(Form form) {
        return IdempotencyKey.of(form.value("idempotencyKey"));
    }

    private Uni<Response> taken(CaseReceipt receipt, Form form) {
        return Html.page(CaseTemplates.taken(desk.frame(), receipt, form.value("subject")));
    }

    private Uni<Response> again(Form form, Refusal refusal) {
        return refusal.status() == 403
                ? Uni.createFrom().failure(refusal)
                : Html.page(refusal.status(), page(form.refused(refusal)));
    }

    private TemplateInstance page(Form form) {
        return CaseTemplates.intake(
                desk.frame(),
                form,
                CaseOffer.of(city.get()).kinds().stream()
                        .map(kind -> new Choice(kind.code().name(), kind.name(), kind.hint()))
                        .toList(),
                Stream.of("PUBLIC", "CONFIDENTIAL")
                        .map(code -> new Choice(code, Messages.get("casework.visibility." + code)))
                        .toList(),
                places.topics(city.get(), form.value("subject") + " " + form.value("body")),
                places.townships(city.get()),
                form.value("region").isBlank() ? List.of() : places.villages(city.get(), form.value("region")));
    }
}
