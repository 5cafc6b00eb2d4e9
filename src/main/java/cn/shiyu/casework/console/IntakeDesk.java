package cn.shiyu.casework.console;

import cn.shiyu.casework.Classification;
import cn.shiyu.casework.IntakeFlow;
import cn.shiyu.platform.web.Form;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** 受理、不予受理、分类分级、公示. */
@Path("/console/cases/{number}")
public class IntakeDesk {

    @Inject
    DeskTurn turn;

    @Inject
    IntakeFlow intake;

    @POST
    @Path("/acceptance")
    public Uni<Response> accept(@PathParam("number") String number, MultivaluedMap<String, String> typed) {
        return turn.take(DeskAct.ACCEPTANCE, number, typed, (staff, version, form) ->
                intake.accept(staff, number, version, classification(form)));
    }

    @POST
    @Path("/classification")
    public Uni<Response> classify(@PathParam("number") String number, MultivaluedMap<String, String> typed) {
        return turn.take(DeskAct.CLASSIFICATION, number, typed, (staff, version, form) ->
                intake.classify(staff, number, version, classification(form)));
    }

    private static Classification classification(Form form) {
        return new Classification(form.value("category"), form.value("grade"), form.value("visibility"));
    }

    @POST
    @Path("/refusal")
    public Uni<Response> refuse(@PathParam("number") String number, MultivaluedMap<String, String> typed) {
        return turn.take(DeskAct.REFUSAL, number, typed, (staff, version, form) ->
                intake.refuse(staff, number, version, form.value("reason"), form.value("note")));
    }

    @POST
    @Path("/publication")
    public Uni<Response> publish(@PathParam("number") String number, MultivaluedMap<String, String> typed) {
        return turn.take(DeskAct.PUBLICATION, number, typed, (staff, version, form) ->
                intake.publish(staff, number, version, form.value("boardSubject"), form.value("boardText")));
    }

    @POST
    @Path("/unpublication")
    public Uni<Response> unpublish(@PathParam("number") String number, MultivaluedMap<String, String> typed) {
        return turn.take(DeskAct.UNPUBLICATION, number, typed, (staff, version, form) ->
                intake.unpublish(staff, number, version));
    }
}
