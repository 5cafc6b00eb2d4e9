package cn.shiyu.dev;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The servers the application needs, all started at once; those that exist outside already are left alone. */
final class Servers {

    private final List<Part> parts;
    private final Progress progress;

    Servers(Home home, Ports ports, boolean durable, Progress progress) {
        this.progress = progress;
        this.parts = List.of(
                new EmbeddedKeycloak(home, ports.keycloak()),
                new EmbeddedPostgres(home, home.dataOf("postgresql"), ports.postgres(), durable, backups(home)),
                new EmbeddedRedis(home, ports.redis()),
                new StandIns(ports.standIns()));
    }

    /**
     * Starts them and answers when all work.
     *
     * @return the settings by which the application reaches what was started
     */
    Map<String, String> start() {
        requireFreePorts();
        Map<String, String> settings = new ConcurrentSkipListMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(parts.size());
        List<CompletableFuture<Void>> starts = new ArrayList<>();
        for (Part part : parts) {
            starts.add(CompletableFuture.runAsync(() -> settings.putAll(start(part)), threads));
        }
        try {
            starts.forEach(CompletableFuture::join);
            return new TreeMap<>(settings);
        } catch (RuntimeException failure) {
            CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new))
                    .exceptionally(e -> null)
                    .join();
            stop();
            throw failure;
        } finally {
            threads.shutdown();
        }
    }

    private void requireFreePorts() {
        String taken = parts.stream()
                .filter(part -> !Outside.isConfigured(part.setting()) && !Ports.isFree(part.port()))
                .map(part -> part.port() + " (" + part.name() + ")")
                .collect(Collectors.joining("、"));
        if (!taken.isEmpty()) {
            throw Ports.taken(taken);
        }
    }

    private Map<String, String> start(Part part) {
        if (Outside.isConfigured(part.setting())) {
            progress.say("%s:使用已配置的外部服务 (%s)", part.name(), part.setting());
            return Map.of();
        }
        progress.say("%s 启动中……", part.name());
        try {
            Map<String, String> settings = part.start();
            progress.say("%s 已就绪 (%s)", part.name(), settings.get(part.setting()));
            return settings;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(part.name() + " 启动失败", e);
        }
    }

    /** {@code ./mvnw -Ddev -Darchive}: to try backups with. Beside the data: a fresh server's log would not fit an old one's. */
    private static Path backups(Home home) {
        return Boolean.getBoolean("shiyu.archive") ? home.data().resolve("backups") : null;
    }

    void stop() {
        parts.forEach(Part::stop);
    }
}
