package cn.shiyu.platform.outbox;

import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks every second, in every city, for messages that are due, and hands them out. Any number of instances may do
 * so.
 */
@ApplicationScoped
class OutboxRelay {

    private final Map<String, OutboxReceiver> receivers;

    @Inject
    OutboxRows rows;

    @Inject
    OutboxDelivery delivery;

    @Inject
    CityDirectory cities;

    @Inject
    Clock clock;

    OutboxRelay(@All List<OutboxReceiver> receivers) {
        // Two receivers of one topic would share its messages by chance: toMap refuses them, and the start fails.
        this.receivers = receivers.stream().collect(Collectors.toMap(OutboxReceiver::topic, Function.identity()));
    }

    @Scheduled(
            every = "${shiyu.outbox.every:1s}",
            identity = "outbox-relay",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> relay() {
        if (receivers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(cities.all())
                .map(City::id)
                .onItem()
                .transformToUniAndMerge(this::empty)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Batch after batch, until a city has nothing due. */
    Uni<Void> empty(TenantId tenant) {
        return rows.claim(tenant, receivers.keySet(), clock.instant())
                .call(batch -> deliver(tenant, batch))
                .chain(batch ->
                        batch.size() < OutboxRows.BATCH ? Uni.createFrom().voidItem() : empty(tenant));
    }

    private Uni<Void> deliver(TenantId tenant, List<OutboxMessage> batch) {
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUni(message -> delivery.deliver(tenant, receivers.get(message.topic()), message))
                .merge(OutboxDelivery.AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
