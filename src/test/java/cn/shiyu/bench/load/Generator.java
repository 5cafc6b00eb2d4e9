package cn.shiyu.bench.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Sends requests from one thread: in closed loops (so many at a time) or open ones (so many a second, come what may). */
public final class Generator implements AutoCloseable {

    private static final int OUT_OF_TIME_MILLIS = 60_000;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    private final Context context = vertx.getOrCreateContext();
    private final HttpClient client;
    private final int port;
    private final String host;

    /** @param host named in the requests; they go to 127.0.0.1 */
    public Generator(String host, int port) {
        this.host = host;
        this.port = port;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(4_000).setMaxWaitQueueSize(-1).setKeepAliveTimeout(60));
    }

    public Future<Answer> send(HttpMethod method, String uri, Map<String, String> headers, Buffer body) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI(uri)
                .setTimeout(OUT_OF_TIME_MILLIS)
                .putHeader("Host", host + ":" + port);
        headers.forEach(options::putHeader);
        return client.request(options)
                .compose(request -> body == null ? request.send() : send(request, body))
                .compose(answer -> answer.body().map(bytes -> new Answer(answer.statusCode(), answer.headers(), bytes)))
                .otherwise(Answer.NONE);
    }

    private static Future<io.vertx.core.http.HttpClientResponse> send(HttpClientRequest request, Buffer body) {
        return request.send(body);
    }

    /** So many at a time, each followed by the next, for so long. */
    public Tally closed(int atATime, double seconds, Supplier<Future<Answer>> one) {
        return closed(atATime, seconds, one, () -> false);
    }

    /** The same, over earlier when it has brought about what it should. */
    public Tally closed(int atATime, double seconds, Supplier<Future<Answer>> one, BooleanSupplier enough) {
        Tally tally = new Tally();
        Promise<Void> over = Promise.promise();
        context.runOnContext(ignored -> {
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            AtomicLong running = new AtomicLong(atATime);
            for (int i = 0; i < atATime; i++) {
                loop(one, tally, () -> System.nanoTime() >= end || enough.getAsBoolean(), () -> {
                    if (running.decrementAndGet() == 0) {
                        tally.took((System.nanoTime() - start) / 1e9);
                        over.complete();
                    }
                });
            }
        });
        await(over.future());
        return tally;
    }

    private void loop(Supplier<Future<Answer>> one, Tally tally, BooleanSupplier over, Runnable last) {
        long start = System.nanoTime();
        if (over.getAsBoolean()) {
            last.run();
            return;
        }
        one.get().onComplete(done -> {
            tally.add(done.succeeded() ? done.result() : Answer.NONE, System.nanoTime() - start);
            context.runOnContext(ignored -> loop(one, tally, over, last));
        });
    }

    /**
     * So many a second, whether answers come or not. Times count from when a request was to be sent, so that a stall is felt by
     * everyone who came during it, as it is in life.
     *
     * @param each hears of each answer: when it was to be sent, in nanoseconds after the start, and what came
     */
    public Tally open(double perSecond, double seconds, Supplier<Future<Answer>> one, Consumer<Heard> each) {
        Tally tally = new Tally();
        Promise<Void> over = Promise.promise();
        context.runOnContext(ignored -> new Open(perSecond, seconds, one, each, tally, over).start());
        await(over.future());
        return tally;
    }

    /** @param at nanoseconds after the start when it was to be sent */
    public record Heard(long at, long nanos, Answer answer) {}

    private final class Open {
        private final long start = System.nanoTime();
        private final long gap;
        private final long count;
        private final Supplier<Future<Answer>> one;
        private final Consumer<Heard> each;
        private final Tally tally;
        private final Promise<Void> over;
        private long sent;
        private long heard;

        Open(
                double perSecond,
                double seconds,
                Supplier<Future<Answer>> one,
                Consumer<Heard> each,
                Tally tally,
                Promise<Void> over) {
            this.gap = (long) (1e9 / perSecond);
            this.count = (long) (perSecond * seconds);
            this.one = one;
            this.each = each;
            this.tally = tally;
            this.over = over;
        }

        void start() {
            vertx.setPeriodic(1, timer -> {
                long now = System.nanoTime() - start;
                while (sent < count && sent * gap <= now) {
                    send(sent++ * gap);
                }
                if (sent == count) {
                    vertx.cancelTimer(timer);
                }
            });
        }

        private void send(long at) {
            one.get().onComplete(done -> {
                Answer answer = done.succeeded() ? done.result() : Answer.NONE;
                long nanos = System.nanoTime() - start - at;
                tally.add(answer, nanos);
                each.accept(new Heard(at, nanos, answer));
                if (++heard == count) {
                    tally.took((System.nanoTime() - start) / 1e9);
                    over.complete();
                }
            });
        }
    }

    /** Waits for something asked outside a loop. */
    public <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public Future<Answer> onLoop(Supplier<Future<Answer>> one) {
        Promise<Answer> promise = Promise.promise();
        context.runOnContext(ignored -> one.get().onComplete(promise));
        return promise.future();
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
