package cn.shiyu.platform.redis;

import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Stops asking a Redis that does not answer: after half of ten calls have failed, nobody waits for it any more; every second
 * one call tries whether it is back. A request asks Redis up to three times, and a person should not wait three seconds.
 */
@ApplicationScoped
class Breaker {

    private Guard guard;

    @PostConstruct
    void build() {
        guard = Guard.create()
                .withDescription("redis")
                .withCircuitBreaker()
                .requestVolumeThreshold(10)
                .failureRatio(0.5)
                .delay(1, ChronoUnit.SECONDS)
                .failOn(RedisAway.class)
                .done()
                .build();
    }

    /** @return fails with {@link RedisAway} at once while the breaker is open */
    <T> Uni<T> guard(Uni<T> call) {
        return guard.get(() -> call, new TypeLiteral<Uni<T>>() {})
                .onFailure(CircuitBreakerOpenException.class)
                .transform(open -> new RedisAway("Redis has not answered lately"));
    }
}
