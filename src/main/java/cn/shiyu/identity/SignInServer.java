package cn.shiyu.identity;

import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Whether Keycloak answers at this moment. Asked where it matters alone: before somebody is sent there, and when a session wants
 * renewing.
 */
@ApplicationScoped
class SignInServer {

    /** Nobody waits longer to hear that it is away. */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private static final Duration BELIEVED = Duration.ofSeconds(2);

    private static final int SERVER_FAULT = 500;

    @Inject
    IdentityConfig config;

    @Inject
    CityDirectory cities;

    @Inject
    Vertx vertx;

    private Uni<Boolean> answers;

    @PostConstruct
    void prepare() {
        WebClient client = WebClient.create(vertx);
        City any = cities.all().iterator().next();
        String keys = config.url() + "/realms/" + any.id() + "/protocol/openid-connect/certs";
        answers = Uni.createFrom()
                .deferred(() -> client.getAbs(keys).timeout(PATIENCE.toMillis()).send())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(answer -> answer.statusCode() < SERVER_FAULT)
                .onFailure()
                .recoverWithItem(false)
                .memoize()
                .forFixedDuration(BELIEVED);
    }

    /** As of two seconds ago at most; never fails. On the caller's Vert.x context. */
    Uni<Boolean> answers() {
        return Uni.createFrom().deferred(() -> {
            Context context = io.vertx.core.Vertx.currentContext();
            return context == null ? answers : answers.emitOn(task -> context.runOnContext(ignored -> task.run()));
        });
    }
}
