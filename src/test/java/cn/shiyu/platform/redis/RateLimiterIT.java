package cn.shiyu.platform.redis;

import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RateLimiterIT {

    private static final TenantId JIESHOU = new TenantId("jieshou");
    private static final TenantId LIAOCHENG = new TenantId("liaocheng");

    @Inject
    RateLimiter limiter;

    private final String who = UUID.randomUUID().toString();

    @Test
    void letsInAsManyAsAreAllowedAndSaysWhenToComeAgain() {
        admit(JIESHOU, Duration.ofMinutes(1));
        admit(JIESHOU, Duration.ofMinutes(1));
        assertThatThrownBy(() -> admit(JIESHOU, Duration.ofMinutes(1)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(429);
                    assertThat(refusal.retryAfter().orElseThrow())
                            .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(61));
                });
    }

    @Test
    void startsAnewWithTheNextWindow() throws InterruptedException {
        admit(JIESHOU, Duration.ofMillis(200));
        admit(JIESHOU, Duration.ofMillis(200));
        Thread.sleep(250);
        admit(JIESHOU, Duration.ofMillis(200));
    }

    @Test
    void countsEachCityForItself() {
        admit(JIESHOU, Duration.ofMinutes(1));
        admit(JIESHOU, Duration.ofMinutes(1));
        admit(LIAOCHENG, Duration.ofMinutes(1));
    }

    private void admit(TenantId city, Duration window) {
        await(() -> limiter.admit(city, "test", who, 2, window));
    }
}
