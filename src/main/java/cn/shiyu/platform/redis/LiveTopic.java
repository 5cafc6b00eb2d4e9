package cn.shiyu.platform.redis;

import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells open pages, on all instances, that something changed. Messages are hints (ids, never contents): one may be
 * lost, so a page also asks again by itself now and then.
 */
@ApplicationScoped
public class LiveTopic {

    private static final Duration RETRY_FROM = Duration.ofSeconds(1);
    private static final Duration RETRY_UP_TO = Duration.ofSeconds(30);

    private final Map<String, BroadcastProcessor<String>> here = new ConcurrentHashMap<>();

    @Inject
    Redis redis;

    /** Never fails: without Redis the pages of this instance hear it all the same. */
    public Uni<Void> publish(TenantId tenant, String topic, String message) {
        String name = Redis.key(tenant, "live", topic);
        return redis.call(client -> client.getTopic(name).publishAsync(message))
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(() -> {
                    hear(name, message);
                    return null;
                });
    }

    /** What is said from now on; on the subscriber's Vert.x context. A slow subscriber misses the oldest ones. */
    public Multi<String> subscribe(TenantId tenant, String topic) {
        Context context = Vertx.currentContext();
        Multi<String> messages = here.computeIfAbsent(Redis.key(tenant, "live", topic), this::open)
                .onOverflow()
                .dropPreviousItems();
        return context == null ? messages : messages.emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    /** One listener a topic and instance, however many pages are open; topics are few (a city's units), so it stays. */
    private BroadcastProcessor<String> open(String name) {
        redis.call(client ->
                        client.getTopic(name).addListenerAsync(String.class, (channel, message) -> hear(name, message)))
                .onFailure()
                .retry()
                .withBackOff(RETRY_FROM, RETRY_UP_TO)
                .indefinitely()
                .subscribe()
                .with(ignored -> {});
        return BroadcastProcessor.create();
    }

    private void hear(String name, String message) {
        BroadcastProcessor<String> listeners = here.get(name);
        if (listeners != null) {
            listeners.onNext(message);
        }
    }
}
