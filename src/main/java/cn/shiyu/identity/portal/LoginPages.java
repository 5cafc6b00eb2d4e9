package cn.shiyu.identity.portal;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Signing in: whoever arrives here has been to the city's realm, and goes on to where they wanted. */
@Path("/login")
public class LoginPages {

    /** @param next a path of this city's own site; anything else leads home */
    @GET
    @Authenticated
    public Response login(@QueryParam("next") @DefaultValue("/") String next) {
        return Response.seeOther(URI.create(isOwnPath(next) ? next : "/")).build();
    }

    /** {@code //evil.example} is another site in a browser's eyes, and so is anything with a backslash. */
    private static boolean isOwnPath(String next) {
        return next.matches("/(?!/)(?:[\\w\\-./?=&]|%[0-9A-Fa-f]{2})*");
    }
}
