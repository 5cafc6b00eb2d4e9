package cn.shiyu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged artifact as a process of its own, in the profile of production. */
final class Application {

    static final String CLIENT_SECRET = "a-secret-for-benchmarks-only";
    /** What the example of the deployment gives it. */
    static final String HEAP = "768m";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final int port;
    private final int management;
    private final long millisToStart;

    private Application(Process process, int port, int management) {
        this.process = process;
        this.port = port;
        this.management = management;
        long start = System.nanoTime();
        awaitReady();
        this.millisToStart = (System.nanoTime() - start) / 1_000_000;
    }

    static Application start(Map<String, String> settings, String databaseUrl, Path folder) {
        int port = free();
        int management = free();
        Process process = process(settings, databaseUrl, folder, "application.log", HEAP, Map.of(
                "shiyu.database.migrate", "true",
                "quarkus.http.port", Integer.toString(port),
                "quarkus.management.port", Integer.toString(management),
                // Residents come through a proxy; the load generator is theirs and says for whom it asks.
                "quarkus.http.proxy.proxy-address-forwarding", "true"));
        return new Application(process, port, management);
    }

    /** A process of the artifact, whatever it is told to do. */
    static Process process(
            Map<String, String> settings, String databaseUrl, Path folder, String log, String heap, Map<String, String> own) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap, "-XX:+UseG1GC"));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-Dshiyu.crypto.counselling-key=ZGV2LWNvdW5zZWxsaW5nIQ==");
        Map.of(
                        "shiyu.database.url", databaseUrl,
                        // A command starts with the realm's settings too: others would take the staff's passwords away.
                        "shiyu.identity.demo", "true",
                        "shiyu.identity.client-secret", CLIENT_SECRET,
                        "shiyu.identity.session-key", "0123456789abcdef0123456789abcdef",
                        "shiyu.crypto.master-key", "ZGV2LW9ubHkta2V5ISEhIQ==",
                        "shiyu.files.folder", folder.resolve("files").toString())
                .forEach((key, value) -> command.add("-D" + key + "=" + value));
        own.forEach((key, value) -> command.add("-D" + key + "=" + value));
        // A city filled by an earlier version takes what has come since, in whatever order it was numbered.
        command.add("-Dquarkus.flyway.owner.out-of-order=true");
        List.of("jieshou", "liaocheng").forEach(city -> command.add("-Dshiyu.wechat." + city + ".secret=a-stand-in-asks-for-none"));
        command.addAll(List.of("-jar", Path.of(System.getProperty("shiyu.artifact", "target/quarkus-app"), "quarkus-run.jar")
                .toString()));
        try {
            Files.createDirectories(folder.resolve("files"));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(log).toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("the application did not start; see application.log");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    int port() {
        return port;
    }

    long millisToStart() {
        return millisToStart;
    }

    /** Resident memory, in megabytes; 0 where the system does not say. */
    long megabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Processor time it has used so far. */
    Duration busy() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
