package cn.shiyu.casework.console;

import cn.shiyu.casework.HandlingFlow;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** 签收、记录、挂起、恢复、办结: what the handling unit does. */
@Path("/console/cases/{number}")
public class HandlingDesk {

    @Inject
    DeskTurn turn;

    @Inject
    HandlingFlow handling;

    @POST
    @Path("/start")
    public Uni<Response> start(@PathParam("number") String number, MultivaluedMap<String, String> typed) {
        return turn.take(DeskAct.START, number, typed, (staff, version, form) ->
                handling.start(staff, number, version, form.value("words")));
    }

    /** Among staff unless it is said to be for the resident: a slip must not show what was meant to stay inside. */
    @POST
    @Path("/log")
    public Uni<Response> log(@PathParam("number") String number, MultivaluedMap<String, String> typed) {
        return turn.take(DeskAct.LOG, number, typed, (staff, version, form) ->
                handling.log(staff, number, version, form.value("words"), !form.has("audience", "resident")));
    }

    @POST
    @Path("/suspension")
    public Uni<Response> suspend(@PathParam("number") String number, MultivaluedMap<String, String> typed) {
        return turn.take(DeskAct.SUSPENSION, number, typed, (staff, version, form) ->
                handling.suspend(staff, number, version, form.value("reason")));
    }

    @POST
    @Path("/resumption")
    public Uni<Response> resume(@PathParam("number") String number, MultivaluedMap<String, String> typed) {
        return turn.take(DeskAct.RESUMPTION, number, typed, (staff, version, form) ->
                handling.resume(staff, number, version, form.value("words")));
    }

    @POST
    @Path("/completion")
    public Uni<Response> finish(@PathParam("number") String number, MultivaluedMap<String, String> typed) {
        return turn.take(DeskAct.COMPLETION, number, typed, (staff, version, form) ->
                handling.finish(staff, number, version, form.value("reply")));
    }
}
