package cn.shiyu.platform.time;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import java.time.Instant;
import java.util.Optional;

/**
 * The past, brought in as past: an import or a demonstration says when something happened, and whatever runs on the same
 * Vert.x context from then on sees that time on the {@link java.time.Clock}. No request can set it.
 */
public final class AsOf {

    private static final String KEY = "shiyu.as-of";

    private AsOf() {}

    /** @throws UnsupportedOperationException off a duplicated Vert.x context: the time would leak to others */
    public static void set(Instant at) {
        ContextLocals.put(KEY, at);
    }

    static Optional<Instant> current() {
        return VertxContext.isOnDuplicatedContext() ? ContextLocals.get(KEY) : Optional.empty();
    }
}
