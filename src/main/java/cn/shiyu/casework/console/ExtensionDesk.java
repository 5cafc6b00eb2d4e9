package cn.shiyu.casework.console;

import cn.shiyu.casework.ExtensionFlow;
import cn.shiyu.platform.web.Form;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** 延期: asked by the unit, granted or denied by the centre. */
@Path("/console/cases/{number}")
public class ExtensionDesk {

    @Inject
    DeskTurn turn;

    @Inject
    ExtensionFlow extensions;

    @POST
    @Path("/extension-request")
    public Uni<Response> ask(@PathParam("number") String number, MultivaluedMap<String, String> typed) {
        return turn.take(DeskAct.EXTENSION_REQUEST, number, typed, (staff, version, form) ->
                extensions.ask(staff, number, version, amount(form), form.value("reason")));
    }

    /** What is no number is refused by the flow as one out of range, with its own sentence. */
    private static int amount(Form form) {
        String typed = form.value("amount").strip();
        return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : 0;
    }

    @POST
    @Path("/extension-grant")
    public Uni<Response> grant(@PathParam("number") String number, MultivaluedMap<String, String> typed) {
        return turn.take(DeskAct.EXTENSION_GRANT, number, typed, (staff, version, form) ->
                extensions.grant(staff, number, version, form.value("words")));
    }

    @POST
    @Path("/extension-denial")
    public Uni<Response> deny(@PathParam("number") String number, MultivaluedMap<String, String> typed) {
        return turn.take(DeskAct.EXTENSION_DENIAL, number, typed, (staff, version, form) ->
                extensions.deny(staff, number, version, form.value("words")));
    }
}
