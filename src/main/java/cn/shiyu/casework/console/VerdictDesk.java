package cn.shiyu.casework.console;

import cn.shiyu.casework.AppellantFlow;
import cn.shiyu.casework.VerdictFlow;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.web.Form;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** 回访、结案、催办, and what a caller adds over the hotline. */
@Path("/console/cases/{number}")
public class VerdictDesk {

    @Inject
    DeskTurn turn;

    @Inject
    VerdictFlow verdict;

    @Inject
    AppellantFlow appellant;

    @POST
    @Path("/follow-up")
    public Uni<Response> followUp(@PathParam("number") String number, MultivaluedMap<String, String> typed) {
        return turn.take(DeskAct.FOLLOW_UP, number, typed, (staff, version, form) ->
                verdict.followUp(staff, number, version, FollowUpForm.read(form)));
    }

    @POST
    @Path("/closure")
    public Uni<Response> close(@PathParam("number") String number, MultivaluedMap<String, String> typed) {
        return turn.take(DeskAct.CLOSURE, number, typed, (staff, version, form) -> verdict.close(staff, number, version));
    }

    @POST
    @Path("/urge")
    public Uni<Response> urge(@PathParam("number") String number, MultivaluedMap<String, String> typed) {
        return turn.take(DeskAct.URGE, number, typed, (staff, version, form) ->
                appellant.urge(staff, key(form), number, form.value("words")));
    }

    @POST
    @Path("/words")
    public Uni<Response> addWords(@PathParam("number") String number, MultivaluedMap<String, String> typed) {
        return turn.take(DeskAct.WORDS, number, typed, (staff, version, form) ->
                appellant.addWords(staff, key(form), number, form.value("words")));
    }

    /** These steps look at no version, so a form sent twice is told by its key. */
    private static IdempotencyKey key(Form form) {
        return IdempotencyKey.of(form.value("idempotencyKey"));
    }
}
