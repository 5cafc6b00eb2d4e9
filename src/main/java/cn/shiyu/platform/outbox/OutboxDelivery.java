package cn.shiyu.platform.outbox;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.TenantId;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** One message to its receiver, and what becomes of it then. A failure here never stops the messages after it. */
@ApplicationScoped
class OutboxDelivery {

    /** Together with {@link #LONGEST} and the batch size this stays below the lease. */
    static final int AT_ONCE = 4;

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Logger LOG = Logger.getLogger(OutboxDelivery.class);

    @Inject
    OutboxRows rows;

    @Inject
    Clock clock;

    @Inject
    MeterRegistry meters;

    Uni<Void> deliver(TenantId tenant, OutboxReceiver receiver, OutboxMessage message) {
        return Uni.createFrom()
                .deferred(() -> receiver.receive(tenant, message))
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .chain(() -> rows.done(tenant, message))
                .invoke(() -> count(message, "delivered"))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> failed(tenant, message, failure));
    }

    private Uni<Void> failed(TenantId tenant, OutboxMessage message, Throwable failure) {
        boolean over = Patience.isOver(message.attempt());
        count(message, over ? "dead" : "failed");
        LOG.warnf(
                "outbox %s %s of %s, attempt %d: %s%s",
                message.topic(), message.id(), tenant, message.attempt(), name(failure), over ? ", given up" : "");
        Uni<Integer> kept = over
                ? rows.dead(tenant, message, clock.instant(), name(failure))
                : rows.again(tenant, message, clock.instant().plus(Patience.after(message.attempt())), name(failure));
        // If even this cannot be written, the lease runs out and the message comes again.
        return kept.replaceWithVoid().onFailure().recoverWithNull();
    }

    /** Without the failure's own words, which may repeat what a person wrote. */
    private static String name(Throwable failure) {
        return failure instanceof Refusal refusal
                ? refusal.code()
                : failure.getClass().getName();
    }

    private void count(OutboxMessage message, String result) {
        meters.counter("shiyu.outbox", "topic", message.topic(), "result", result)
                .increment();
    }
}
