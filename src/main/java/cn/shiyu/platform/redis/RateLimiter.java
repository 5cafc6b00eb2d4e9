package cn.shiyu.platform.redis;

import cn.shiyu.platform.crypto.Sm3;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.TenantId;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.redisson.api.RScript;
import org.redisson.client.codec.StringCodec;

/**
 * How often somebody may do something, counted in fixed windows over all instances. Without Redis everybody is let
 * in: a limit must never be what keeps a resident from reporting.
 */
@ApplicationScoped
public class RateLimiter {

    /**
     * Counts and, on the first in a window, starts the window; answers the milliseconds left when it is full, else
     * 0.
     */
    private static final String COUNT = """
            local n = redis.call('incr', KEYS[1])
            if n == 1 then redis.call('pexpire', KEYS[1], ARGV[2]) end
            if n <= tonumber(ARGV[1]) then return 0 end
            return math.max(1, redis.call('pttl', KEYS[1]))""";

    @Inject
    Redis redis;

    @Inject
    MeterRegistry meters;

    /**
     * @param rule names what is limited, e.g. {@code submit}
     * @param who whom it counts for: a resident's id, an address; kept only as a digest
     * @param most so many in each window
     * @throws Refusal 429 with Retry-After once the window is full
     */
    public Uni<Void> admit(TenantId tenant, String rule, String who, int most, Duration window) {
        String key = Redis.key(tenant, "rate:" + rule, digest(who));
        return redis.call(client -> client.getScript(StringCodec.INSTANCE)
                        .<Long>evalAsync(
                                RScript.Mode.READ_WRITE,
                                COUNT,
                                RScript.ReturnType.LONG,
                                List.of(key),
                                Integer.toString(most),
                                Long.toString(window.toMillis())))
                .onFailure()
                .recoverWithItem(() -> open(rule))
                .invoke(left -> refuseWhenFull(left, rule))
                .replaceWithVoid();
    }

    private long open(String rule) {
        meters.counter("shiyu.rate.open", "rule", rule).increment();
        return 0;
    }

    private void refuseWhenFull(long millisLeft, String rule) {
        if (millisLeft > 0) {
            meters.counter("shiyu.rate.refused", "rule", rule).increment();
            throw Refusal.tooMany(Duration.ofMillis(millisLeft + 999));
        }
    }

    private static String digest(String who) {
        return HexFormat.of().formatHex(Sm3.digest(who.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }
}
