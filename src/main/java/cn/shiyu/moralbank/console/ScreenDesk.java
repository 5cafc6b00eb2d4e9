package cn.shiyu.moralbank.console;

import cn.shiyu.moralbank.volunteering.Direction;
import cn.shiyu.moralbank.volunteering.OrganiserQueries;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.QrCode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** The screen at the door: a QR code and six digits that change every 30 s. The page fetches the next ones by itself. */
@Path(ActivityDesk.PLACE + "/{id}/screen")
public class ScreenDesk {

    @Inject
    StaffDesk desk;

    @Inject
    OrganiserQueries queries;

    @Inject
    RoutingContext request;

    /** @param d {@code IN} or {@code OUT} */
    @GET
    public Uni<Response> screen(@PathParam("id") String id, @QueryParam("d") String d) {
        return shown(id, d).chain(it -> Html.page(ActivityDeskTemplates.screen(desk.frame(), it, qr(it))));
    }

    /** The part that changes. */
    @GET
    @Path("/code")
    public Uni<Response> code(@PathParam("id") String id, @QueryParam("d") String d) {
        return shown(id, d).chain(it -> Html.page(ActivityDeskTemplates.code(it, qr(it))));
    }

    private Uni<OrganiserQueries.Screen> shown(String id, String d) {
        return queries.screen(desk.caller(), ActivityDesk.id(id), Direction.OUT.name().equals(d) ? Direction.OUT : Direction.IN);
    }

    private String qr(OrganiserQueries.Screen it) {
        String address = request.request().scheme() + "://" + request.request().authority() + "/bank/activities/" + it.it().id()
                + "/check?d=" + it.direction() + "&c=" + it.code();
        return QrCode.svg(address, Messages.get("earn.qr." + it.direction()));
    }
}
