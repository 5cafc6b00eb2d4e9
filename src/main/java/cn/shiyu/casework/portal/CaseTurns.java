package cn.shiyu.casework.portal;

import cn.shiyu.casework.AppellantFlow;
import cn.shiyu.casework.CaseReceipt;
import cn.shiyu.casework.RatingGiven;
import cn.shiyu.casework.RatingLevel;
import cn.shiyu.casework.VerdictFlow;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;

/** What a resident does to their own case: each verb is a thing that is added to it. */
@Path("/cases/{number}/{turn: words|urging|withdrawal|rating|reopening}")
@Authenticated
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class CaseTurns {

    @Inject
    CurrentCaller caller;

    @Inject
    AppellantFlow appellant;

    @Inject
    VerdictFlow verdict;

    @Inject
    CaseShow show;

    @POST
    public Uni<Response> take(
            @PathParam("number") String number, @PathParam("turn") String turn, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return act(number, turn, form)
                .map(receipt -> Html.to("/cases/" + receipt.number() + "?done=mine." + turn))
                .onFailure(Refusal.class)
                .recoverWithUni(refused -> again(number, turn, form, (Refusal) refused));
    }

    private Uni<CaseReceipt> act(String number, String turn, Form form) {
        return switch (turn) {
            case "words" -> appellant.addWords(caller.resident(), key(form), number, form.value("words"));
            case "urging" -> appellant.urge(caller.resident(), key(form), number, form.value("words"));
            case "withdrawal" -> appellant.withdraw(caller.resident(), number, form.value("reason"));
            case "rating" -> verdict.rate(caller.resident(), number, rating(form));
            default -> verdict.askAgain(caller.resident(), number, form.value("reason"));
        };
    }

    /** The page brings one; a form sent without it still counts. */
    private static IdempotencyKey key(Form form) {
        String sent = form.value("idempotencyKey");
        return sent == null || sent.isBlank() ? null : IdempotencyKey.of(sent);
    }

    private static RatingGiven rating(Form form) {
        RatingLevel level = Arrays.stream(RatingLevel.values())
                .filter(known -> known.name().equals(form.value("level")))
                .findFirst()
                .orElse(null);
        List<String> tags = form.values("tags").stream().filter(CaseShow.TAGS::contains).distinct().toList();
        return new RatingGiven(level, tags, form.value("remarks"));
    }

    /** The page as it is now, with what was typed; a case that is not theirs stays not there. */
    private Uni<Response> again(String number, String turn, Form form, Refusal refusal) {
        return refusal.status() == 404
                ? Uni.createFrom().failure(refusal)
                : show.page(refusal.status(), caller.resident(), number, form.refused(onPage(turn, refusal)), turn);
    }

    /** The page has several fields for words; each but the first has a name of its own there. */
    private static Refusal onPage(String turn, Refusal refusal) {
        return refusal.errors().isEmpty()
                ? refusal
                : Refusal.badInput(refusal.errors().stream()
                        .map(error -> error.field().equals("words") ? new FieldError(words(turn), error.message()) : error)
                        .toList());
    }

    private static String words(String turn) {
        return switch (turn) {
            case "rating" -> "remarks";
            case "withdrawal", "reopening" -> "reason";
            default -> "words";
        };
    }
}
