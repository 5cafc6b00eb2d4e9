package cn.shiyu.casework.console;

import cn.shiyu.casework.CaseQueries;
import cn.shiyu.casework.CaseReceipt;
import cn.shiyu.identity.Caller;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** How every step ends: done, on to the page that shows it; refused, back to the form with all that was typed. */
@RequestScoped
class DeskTurn {

    /** A step as its desk takes it. */
    interface Step {
        Uni<CaseReceipt> take(Caller staff, int version, Form form);
    }

    @Inject
    StaffDesk desk;

    @Inject
    CasePage page;

    @Inject
    CaseQueries cases;

    Uni<Response> take(DeskAct act, String number, MultivaluedMap<String, String> typed, Step step) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> step.take(desk.caller(), version(form), form))
                .chain(receipt -> next(act, receipt))
                .onFailure(Refusal.class)
                .recoverWithUni(refused -> page.again(number, act, form, (Refusal) refused));
    }

    /** What the person saw when they decided. A form without it is not one of ours, or very old. */
    private static int version(Form form) {
        String sent = form.value("version");
        if (!sent.matches("\\d{1,9}")) {
            throw Refusal.staleVersion();
        }
        return Integer.parseInt(sent);
    }

    /** A case handed on may have left the caller's sight: then the queue is where work goes on. */
    private Uni<Response> next(DeskAct act, CaseReceipt receipt) {
        return cases.maySee(desk.caller(), receipt.number())
                .map(seen -> seen ? "/console/cases/" + receipt.number() : "/console")
                .map(place -> Html.to(place + "?done=console." + act.done()));
    }
}
