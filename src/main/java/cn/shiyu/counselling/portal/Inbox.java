package cn.shiyu.counselling.portal;

import cn.shiyu.platform.web.Html;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Where a notice of a letter leads: the address alone tells nobody what kind of letter. */
@Path("/inbox")
@Authenticated
public class Inbox {

    @GET
    public Response letters() {
        return Html.to(ThreadPages.PLACE);
    }
}
