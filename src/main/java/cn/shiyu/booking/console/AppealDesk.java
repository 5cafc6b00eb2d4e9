package cn.shiyu.booking.console;

import cn.shiyu.booking.AppealFlow;
import cn.shiyu.booking.AppealQueries;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** 未到申诉: what residents say against a no-show, decided by the desk. */
@Path(AppealDesk.PLACE)
public class AppealDesk {

    static final String PLACE = BookingDesk.PLACE + "/appeals";

    @Inject
    StaffDesk desk;

    @Inject
    AppealQueries appeals;

    @Inject
    AppealFlow flow;

    @GET
    public Uni<Response> list(@QueryParam("after") String after) {
        return appeals.open(desk.caller(), after).chain(page -> Html.page(BookingDeskTemplates.appeals(desk.frame(), page, after)));
    }

    @GET
    @Path("/{booking}")
    public Uni<Response> one(@PathParam("booking") String booking) {
        return page(200, Typed.id(booking), Form.empty());
    }

    private Uni<Response> page(int status, UUID booking, Form form) {
        return appeals.one(desk.caller(), booking)
                .chain(found -> Html.page(status, BookingDeskTemplates.appeal(desk.frame(), found, form)));
    }

    /** {@code act} says which: grant or refuse. */
    @POST
    @Path("/{booking}")
    public Uni<Response> decide(@PathParam("booking") String booking, MultivaluedMap<String, String> typed) {
        UUID id = Typed.id(booking);
        Form form = Form.of(typed);
        boolean granted = form.has("act", "grant");
        return Uni.createFrom()
                .deferred(() -> granted
                        ? flow.grant(desk.caller(), id, form.value("reason"))
                        : flow.refuse(desk.caller(), id, form.value("reason")))
                .replaceWith(() -> Html.to(PLACE + "?done=desk." + (granted ? "appealGranted" : "appealRefused")))
                .onFailure(Typed::isCorrectable)
                .recoverWithUni(refused -> page(((Refusal) refused).status(), id, form.refused((Refusal) refused)));
    }
}
