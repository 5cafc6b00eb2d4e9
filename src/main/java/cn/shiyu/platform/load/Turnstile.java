package cn.shiyu.platform.load;

import com.netflix.concurrency.limits.Limiter;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import com.netflix.concurrency.limits.limit.WindowedLimit;
import com.netflix.concurrency.limits.limiter.AbstractLimiter;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Counts what is at work and says who may come in. The limit goes down by a tenth for every second in which the average
 * answer took longer than a person likes to wait, and up again one by one (AIMD): the time an answer takes at the limit
 * is what matters to people, whatever the machine behind it can do.
 */
final class Turnstile extends AbstractLimiter<Lane> {

    private final double readers;

    private Turnstile(Builder builder) {
        super(builder);
        this.readers = builder.readers;
    }

    static Turnstile of(LoadConfig config) {
        var adaptive = AIMDLimit.newBuilder()
                .initialLimit(config.most())
                .minLimit(Math.min(config.least(), config.most()))
                .maxLimit(config.most())
                .timeout(config.patience().toMillis(), TimeUnit.MILLISECONDS)
                .build();
        Builder builder = new Builder();
        builder.readers = config.readers();
        builder.limit(WindowedLimit.newBuilder()
                .minWindowTime(1, TimeUnit.SECONDS)
                .maxWindowTime(2, TimeUnit.SECONDS)
                .build(adaptive));
        return new Turnstile(builder);
    }

    @Override
    public Optional<Limiter.Listener> acquire(Lane lane) {
        double places = lane == Lane.READING ? getLimit() * readers : getLimit();
        return getInflight() < places ? Optional.of(createListener()) : createRejectedListener();
    }

    private static final class Builder extends AbstractLimiter.Builder<Builder> {
        private double readers;

        @Override
        protected Builder self() {
            return this;
        }
    }
}
