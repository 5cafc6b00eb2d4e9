package cn.shiyu.platform.files;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads for what blocks. Decoding has two of its own: a picture may take a hundred megabytes while it is open, so
 * few may be open at a time, however many residents upload.
 */
@ApplicationScoped
public class FileWorkers {

    private static final int PICTURES_AT_ONCE = 2;
    private static final int FILES_AT_ONCE = 4;

    private final ExecutorService pictures = pool("pictures", PICTURES_AT_ONCE);
    private final ExecutorService files = pool("files", FILES_AT_ONCE);

    /** The answer comes back on the caller's Vert.x context. */
    public <T> Uni<T> run(Callable<T> work) {
        return on(files, work);
    }

    <T> Uni<T> runOnPictures(Callable<T> work) {
        return on(pictures, work);
    }

    void stop(@Observes ShutdownEvent event) {
        pictures.shutdown();
        files.shutdown();
    }

    /** Comes back on the caller's Vert.x context, where database and request context work. */
    private static <T> Uni<T> on(ExecutorService pool, Callable<T> work) {
        Context context = Vertx.currentContext();
        Uni<T> done = Uni.createFrom()
                .item(() -> {
                    try {
                        return work.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new FileFailure(e);
                    }
                })
                .runSubscriptionOn(pool);
        return context == null ? done : done.emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    private static ExecutorService pool(String name, int threads) {
        return Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "shiyu-" + name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
