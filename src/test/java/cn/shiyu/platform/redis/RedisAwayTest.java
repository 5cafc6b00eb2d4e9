package cn.shiyu.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.tenancy.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How it goes without Redis: nothing is there, or nothing answers at the address. */
class RedisAwayTest {

    private static final TenantId JIESHOU = new TenantId("jieshou");
    private static final Duration QUICK = Duration.ofSeconds(2);

    private final Redis redis = redisAt(Optional.empty());

    @Test
    void callersFailAtOnce() {
        assertThatThrownBy(() -> redis.call(client -> client.getBucket("x").getAsync())
                        .await()
                        .atMost(QUICK))
                .isInstanceOf(RedisAway.class);
    }

    @Test
    void everybodyIsLetIn() {
        RateLimiter limiter = new RateLimiter();
        limiter.redis = redis;
        limiter.meters = new SimpleMeterRegistry();
        for (int i = 0; i < 10; i++) {
            limiter.admit(JIESHOU, "test", "someone", 1, Duration.ofHours(1))
                    .await()
                    .atMost(QUICK);
        }
        assertThat(limiter.meters.counter("shiyu.rate.open", "rule", "test").count())
                .isEqualTo(10);
    }

    @Test
    void pagesOfThisInstanceStillHear() {
        LiveTopic live = new LiveTopic();
        live.redis = redis;
        AssertSubscriber<String> page =
                live.subscribe(JIESHOU, "unit").subscribe().withSubscriber(AssertSubscriber.create(10));
        live.publish(JIESHOU, "unit", "changed").await().atMost(QUICK);
        page.awaitItems(1, QUICK).assertItems("changed");
    }

    @Test
    void theApplicationStartsWhenNothingAnswers() {
        Redis nowhere = redisAt(Optional.of("redis://127.0.0.1:1"));
        nowhere.connection.connect();
        assertThatThrownBy(() -> nowhere.call(client -> client.getBucket("x").getAsync())
                        .await()
                        .atMost(QUICK))
                .isInstanceOf(RedisAway.class)
                .hasMessageContaining("not reached");
    }

    private static Redis redisAt(Optional<String> url) {
        RedisConnection connection = new RedisConnection();
        connection.url = url;
        Redis redis = new Redis();
        redis.breaker = new ClosedBreaker();
        redis.connection = connection;
        return redis;
    }

    /** Outside the application there is no breaker; every call is tried. */
    private static final class ClosedBreaker extends Breaker {
        @Override
        <T> Uni<T> guard(Uni<T> call) {
            return call;
        }
    }
}
