package cn.shiyu.casework.console;

import cn.shiyu.casework.DispatchFlow;
import cn.shiyu.platform.web.Form;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** 派遣、退单、裁定、上报: to whom a case goes. */
@Path("/console/cases/{number}")
public class DispatchDesk {

    @Inject
    DeskTurn turn;

    @Inject
    DispatchFlow dispatch;

    @POST
    @Path("/dispatch")
    public Uni<Response> dispatch(@PathParam("number") String number, MultivaluedMap<String, String> typed) {
        return turn.take(DeskAct.DISPATCH, number, typed, (staff, version, form) -> dispatch.dispatch(
                staff, number, version, form.value("lead"), form.values("assists"), form.value("note")));
    }

    @POST
    @Path("/return")
    public Uni<Response> giveBack(@PathParam("number") String number, MultivaluedMap<String, String> typed) {
        return turn.take(DeskAct.RETURN, number, typed, (staff, version, form) ->
                dispatch.giveBack(staff, number, version, reason(form), form.value("proposed")));
    }

    /** The cause from the city's list in front of the unit's own words; the words are required. */
    private static String reason(Form form) {
        String words = form.value("reason").strip();
        return words.isEmpty() || form.value("cause").isBlank() ? words : form.value("cause") + ":" + words;
    }

    @POST
    @Path("/ruling")
    public Uni<Response> rule(@PathParam("number") String number, MultivaluedMap<String, String> typed) {
        return turn.take(DeskAct.RULING, number, typed, (staff, version, form) -> dispatch.ruleReturn(
                staff, number, version, form.value("lead"), form.values("assists"), form.value("note")));
    }

    @POST
    @Path("/escalation")
    public Uni<Response> escalate(@PathParam("number") String number, MultivaluedMap<String, String> typed) {
        return turn.take(DeskAct.ESCALATION, number, typed, (staff, version, form) ->
                dispatch.escalate(staff, number, version, form.value("reason")));
    }
}
