package cn.shiyu.identity.portal;

import cn.shiyu.platform.web.LocalAddress;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** Signing in (登录): whoever arrives here has been to the city's realm, and goes on to where they wanted. */
@Path("/login")
public class LoginPages {

    /** @param next a path of this city's own site; anything else leads home */
    @GET
    @Authenticated
    public Response login(@QueryParam("next") String next) {
        return Response.seeOther(LocalAddress.of(next)).build();
    }
}
