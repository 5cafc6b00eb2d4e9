package cn.shiyu.casework.portal;

import cn.shiyu.casework.CaseDraft;
import cn.shiyu.casework.CaseDrafts;
import cn.shiyu.casework.CaseOffer;
import cn.shiyu.casework.CaseReceipt;
import cn.shiyu.casework.Submission;
import cn.shiyu.casework.SubmissionFlow;
import cn.shiyu.category.Categories;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Site;
import cn.shiyu.region.Region;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CurrentCity;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** 核对并提交: the answers read back, then sent, once. */
@Path(ReportStep.CHECK)
@Authenticated
public class ReportCheck {

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentCity city;

    @Inject
    Site site;

    @Inject
    CaseDrafts drafts;

    @Inject
    ReportFaults faults;

    @Inject
    SubmissionFlow flow;

    @Inject
    Regions regions;

    @Inject
    Categories categories;

    @GET
    public Uni<Response> check() {
        return drafts.of(caller.resident()).chain(draft -> elsewhere(draft)
                .map(Uni.createFrom()::item)
                .orElseGet(() -> page(200, draft, Form.empty())));
    }

    /** @param key of the page the resident looked at; its case may exist already */
    @POST
    public Uni<Response> send(@FormParam("idempotencyKey") String key) {
        Caller resident = caller.resident();
        return drafts.of(resident).chain(draft -> {
            if (draft.isSent() && draft.key().equals(key)) {
                return Uni.createFrom().item(done(draft.sent()));
            }
            return elsewhere(draft).map(Uni.createFrom()::item).orElseGet(() -> send(resident, draft));
        });
    }

    private Uni<Response> send(Caller resident, CaseDraft draft) {
        return flow.submit(resident, IdempotencyKey.of(draft.key()), draft.submission())
                .call(receipt -> drafts.sent(resident, draft, receipt.number()))
                .map(CaseReceipt::number)
                .map(ReportCheck::done)
                .onFailure(Refusal.class)
                .recoverWithUni(refused -> again((Refusal) refused, draft));
    }

    private Uni<Response> again(Refusal refusal, CaseDraft draft) {
        return page(refusal.status(), draft, Form.empty().refused(refusal));
    }

    private static Response done(String number) {
        return Html.to("/report/done/" + number);
    }

    /** Nothing to check, or something to mend first. */
    private Optional<Response> elsewhere(CaseDraft draft) {
        if (!draft.isBegun()) {
            return Optional.of(Html.to("/report"));
        }
        return faults.first(city.get(), draft).map(step -> Html.to(step.path() + "?from=check"));
    }

    private Uni<Response> page(int status, CaseDraft draft, Form form) {
        return Html.page(status, ReportTemplates.check(answers(draft), form, site.elder()));
    }

    private ReportAnswers answers(CaseDraft draft) {
        City here = city.get();
        Submission typed = draft.submission();
        return new ReportAnswers(
                draft,
                typed,
                CaseOffer.of(here).kind(typed.kind()).map(CaseOffer.Kind::name).orElse(""),
                typed.category().isBlank() ? null : categories.of(here).pathName(typed.category()),
                regions.of(here).find(typed.region()).map(Region::fullName).orElse(""));
    }
}
