package cn.shiyu.platform.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

/** 关怀版 (适老化): a switch kept in a cookie for a year, because people should not have to find it twice. */
@Path("/elder")
public class ElderMode {

    static final String COOKIE = "elder";
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    @POST
    public Response set(
            @FormParam("on") @DefaultValue("0") String on, @FormParam("back") @DefaultValue("/") String back) {
        return Response.seeOther(LocalAddress.of(back)).cookie(cookie(on.equals("1"))).build();
    }

    private static NewCookie cookie(boolean on) {
        return new NewCookie.Builder(COOKIE)
                .value(on ? "1" : "0")
                .path("/")
                .maxAge(on ? YEAR_SECONDS : 0)
                .sameSite(NewCookie.SameSite.LAX)
                .httpOnly(true)
                .build();
    }
}
