package cn.shiyu.history;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;

/** From a thread that may wait (reading a file is waiting) to the database and back. Never on an event loop. */
final class Blocking {

    /** A batch takes a tenth of a second; a minute without an answer is no answer. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Blocking() {}

    /** The item; a failure is thrown as it is. */
    static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> work.get().ifNoItem().after(LONGEST).fail());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
