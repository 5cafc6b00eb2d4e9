package cn.shiyu.casework.console;

import cn.shiyu.casework.ContactFlow;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** One case with everything on it, and the forms of what can be done. */
@Path("/console/cases/{number}")
public class CaseDesk {

    @Inject
    StaffDesk desk;

    @Inject
    CasePage page;

    @Inject
    ContactFlow contacts;

    @GET
    public Uni<Response> one(@PathParam("number") String number) {
        return page.show(number, Optional.empty());
    }

    /** The same page with the form of one step open; works without JavaScript and can be linked to. */
    @GET
    @Path("/{act}")
    public Uni<Response> form(@PathParam("number") String number, @PathParam("act") String noun) {
        DeskAct act = DeskAct.of(noun).orElseThrow(Refusal::notFound);
        return page.show(number, Optional.of(act));
    }

    /** Shown on this one answer alone; each look is an event. A POST, so that no link and no preview looks by itself. */
    @POST
    @Path("/contact-view")
    public Uni<Response> contact(@PathParam("number") String number) {
        return contacts.view(desk.caller(), number).chain(contact -> page.withContact(number, contact));
    }
}
