package cn.shiyu.platform.load;

import cn.shiyu.platform.problem.Refusal;
import com.netflix.concurrency.limits.Limiter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets in as much as can be answered in good time and turns the rest away at once with 503 {@code too-busy} and a
 * Retry-After, before its sender is identified and its body parsed: an overload then costs those who are turned away a few
 * seconds, and nobody else anything. See docs/adr/0021.
 */
@ApplicationScoped
class LoadShedding {

    /** After the door, which is cheap and knows the city; before authentication and everything else. */
    private static final int AFTER_THE_DOOR = 950;

    /** Come back after two to eight seconds: not all at once. */
    private static final int SOONEST = 2;

    private static final int LATEST = 8;

    private final AtomicInteger uploads = new AtomicInteger();
    private final Turnstile turnstile;
    private final LoadConfig config;
    private final MeterRegistry meters;

    @Inject
    LoadShedding(LoadConfig config, MeterRegistry meters) {
        this.config = config;
        this.meters = meters;
        this.turnstile = Turnstile.of(config);
        meters.gauge("shiyu.load.limit", turnstile, Turnstile::getLimit);
        meters.gauge("shiyu.load.at-work", turnstile, Turnstile::getInflight);
        meters.gauge("shiyu.load.uploads", uploads);
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, AFTER_THE_DOOR);
    }

    private void enter(RoutingContext request) {
        Lane lane = Lane.of(request.request(), request.normalizedPath());
        switch (lane) {
            case FREE -> request.next();
            case UPLOAD -> upload(request);
            default -> work(request, lane);
        }
    }

    private void work(RoutingContext request, Lane lane) {
        Optional<Limiter.Listener> place = turnstile.acquire(lane);
        if (place.isEmpty()) {
            turnAway(request, lane);
            return;
        }
        AtomicBoolean left = new AtomicBoolean();
        // With its head sent an answer is ready; how fast somebody's network takes the rest is not our work.
        request.addHeadersEndHandler(sent -> leave(left, place.get()::onSuccess));
        // Whoever hung up says nothing about our speed.
        request.addEndHandler(over -> leave(left, over.succeeded() ? place.get()::onSuccess : place.get()::onIgnore));
        request.next();
    }

    private void upload(RoutingContext request) {
        if (uploads.incrementAndGet() > config.uploads()) {
            uploads.decrementAndGet();
            turnAway(request, Lane.UPLOAD);
            return;
        }
        AtomicBoolean left = new AtomicBoolean();
        request.addEndHandler(over -> leave(left, uploads::decrementAndGet));
        request.next();
    }

    private static void leave(AtomicBoolean left, Runnable release) {
        if (left.compareAndSet(false, true)) {
            release.run();
        }
    }

    private void turnAway(RoutingContext request, Lane lane) {
        meters.counter("shiyu.load.shed", "lane", lane.name()).increment();
        int seconds = ThreadLocalRandom.current().nextInt(SOONEST, LATEST + 1);
        request.fail(Refusal.tooBusy(Duration.ofSeconds(seconds)));
        // What is still on its way is let go by unread, or the next request could not use this connection.
        request.request().resume();
    }

    /** For tests, which fill it. */
    Turnstile turnstile() {
        return turnstile;
    }
}
