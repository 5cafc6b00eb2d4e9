package cn.shiyu.platform.web;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * Ends what never ends by itself when this instance is about to go: browsers then open their live connections anew, with another
 * instance, instead of holding this one back until it is cut off. It begins with {@code quarkus.shutdown.delay}, when readiness has
 * gone off and ordinary requests are still answered.
 */
@ApplicationScoped
public class Farewell {

    private final BroadcastProcessor<Object> going = BroadcastProcessor.create();

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        going.onComplete();
    }

    /** The same items, until this instance goes; at once nothing when it is already going. */
    public <T> Multi<T> until(Multi<T> stream) {
        Multi<Optional<T>> end =
                going.map(never -> Optional.<T>empty()).onCompletion().continueWith(Optional.empty());
        return Multi.createBy()
                .merging()
                .streams(end, stream.map(Optional::of))
                .select()
                .first(Optional::isPresent)
                .map(Optional::get);
    }
}
