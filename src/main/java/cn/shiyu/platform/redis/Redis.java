package cn.shiyu.platform.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;

/** The one way to Redis. Every key starts with the tenant; see {@link #key}. */
@ApplicationScoped
public class Redis {

    /** Past this a call has failed, whatever Redisson still tries. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    @Inject
    RedisConnection connection;

    @Inject
    Breaker breaker;

    /**
     * Runs an asynchronous command and comes back on the caller's Vert.x context.
     *
     * @return fails with {@link RedisAway} at once when there is no Redis, within a second when it does not answer
     */
    public <T> Uni<T> call(Function<RedissonClient, CompletionStage<T>> command) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            return backOn(context, breaker.guard(attempt(command)));
        });
    }

    private <T> Uni<T> attempt(Function<RedissonClient, CompletionStage<T>> command) {
        return Uni.createFrom()
                .item(connection::client)
                .chain(client -> Uni.createFrom().completionStage(() -> command.apply(client)))
                .ifNoItem()
                .after(LONGEST)
                .failWith(() -> new RedisAway("no answer from Redis"))
                .onFailure(RedisException.class)
                .transform(away -> new RedisAway(away.getClass().getSimpleName()));
    }

    /** {@code shiyu:<tenant>:<what>:<which>}: no key without a city. */
    public static String key(cn.shiyu.tenancy.TenantId tenant, String what, String which) {
        return "shiyu:" + tenant.value() + ":" + what + ":" + which;
    }

    private static <T> Uni<T> backOn(Context context, Uni<T> answer) {
        // Redisson answers on threads of its own, where neither database nor request context work.
        return context == null ? answer : answer.emitOn(task -> context.runOnContext(ignored -> task.run()));
    }
}
