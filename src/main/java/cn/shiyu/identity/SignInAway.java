package cn.shiyu.identity;

import cn.shiyu.platform.problem.Refusal;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Keeps people from being sent to a Keycloak that is not there: they would see their browser's own error. Signs nobody in. */
@ApplicationScoped
class SignInAway implements HttpAuthenticationMechanism {

    private static final Duration SOON = Duration.ofSeconds(15);

    @Inject
    SignInServer server;

    /** After the mini-program's sessions, before the realm's. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 500;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        return Uni.createFrom().nullItem();
    }

    /** @return fails with 503 {@code sign-in-away} when there is nowhere to go */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        if (MiniProgram.isAddressedBy(request)) {
            return Uni.createFrom().nullItem();
        }
        return server.answers().map(there -> {
            if (!there) {
                throw Refusal.away("sign-in-away", "登录暂时不可用,我们正在恢复。不登录也可以凭受理编号和查询码查看进度;急事请拨打 12345。", SOON);
            }
            return null;
        });
    }
}
