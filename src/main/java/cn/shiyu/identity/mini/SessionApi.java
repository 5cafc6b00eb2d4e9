package cn.shiyu.identity.mini;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.redis.RateLimiter;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing in and out of the mini-program. */
@Path("/mini/v1/session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "登录")
public class SessionApi {

    /** @param code what {@code wx.login} gave */
    public record SignIn(String code) {}

    /** @param expiresIn seconds without use after which it ends; each use starts them anew */
    public record Session(String token, long expiresIn) {}

    @Inject
    CurrentCity city;

    @Inject
    CurrentCaller caller;

    @Inject
    MiniSessions sessions;

    @Inject
    RateLimiter limits;

    @Inject
    RoutingContext request;

    @POST
    @Operation(operationId = "signIn", summary = "登录", description = "用 wx.login 得到的 code 换取会话;code 五分钟内有效,只能用一次。")
    public Uni<Session> signIn(SignIn typed) {
        if (typed == null
                || typed.code() == null
                || typed.code().isBlank()
                || typed.code().length() > 200) {
            throw Refusal.badInput("code", "缺少登录凭证 code,请先调用 wx.login。");
        }
        String from = request.request().remoteAddress().hostAddress();
        return limits.admit(city.id(), "mini-sign-in", from, 600, Duration.ofMinutes(10))
                .chain(() -> sessions.open(city.get(), typed.code()))
                .map(token -> new Session(token, MiniSessions.IDLE.toSeconds()));
    }

    @DELETE
    @Operation(operationId = "signOut", summary = "退出登录")
    @APIResponse(responseCode = "204")
    public Uni<Response> signOut(@HeaderParam("Authorization") String authorization) {
        caller.resident();
        return sessions.close(city.get(), authorization.substring("Bearer ".length()))
                .map(ignored -> Response.noContent().build());
    }
}
