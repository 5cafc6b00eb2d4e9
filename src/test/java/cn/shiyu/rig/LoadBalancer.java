package cn.shiyu.rig;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How people reach the instances: in turn those that answered their readiness probe within the last second. As an ingress
 * does, it tries the next one when nobody takes the connection, and never repeats what may have been read already.
 */
public final class LoadBalancer {

    private static final Duration PROBE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Instance> instances;
    private volatile List<Instance> ready;

    LoadBalancer(List<Instance> instances) {
        this.instances = instances;
        this.ready = instances;
        Thread prober = new Thread(this::probe, "rig-load-balancer");
        prober.setDaemon(true);
        prober.start();
    }

    private void probe() {
        while (true) {
            ready = instances.stream().filter(instance -> instance.readiness() == 200).toList();
            Rig.pause(PROBE);
        }
    }

    /** How many get requests now. */
    public int ready() {
        return ready.size();
    }

    /** @param host the city's, as {@code jieshou.localhost}; {@code body} may be null */
    public Reply send(String method, String host, String path, Map<String, String> headers, String body) {
        // With nobody ready the last known ones are asked all the same, so that it is theirs to say why.
        List<Instance> now = ready.isEmpty() ? instances : ready;
        long start = System.nanoTime();
        for (int i = 0; i < now.size(); i++) {
            Instance instance = now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
            try {
                return Reply.of(
                        client.send(
                                request(instance, method, host, path, headers, body),
                                HttpResponse.BodyHandlers.ofString()),
                        since(start));
            } catch (ConnectException nobodyThere) {
                // The next one.
            } catch (IOException broken) {
                return Reply.none(since(start));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Reply.none(since(start));
            }
        }
        return Reply.none(since(start));
    }

    private static HttpRequest request(
            Instance instance, String method, String host, String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + instance.port() + path))
                .timeout(PATIENCE)
                .header("Host", host + ":" + instance.port())
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return request.build();
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
