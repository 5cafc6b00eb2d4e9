package cn.shiyu.rig;

import cn.shiyu.dev.RigServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Two instances of the packaged application and their servers, all on this machine, reached as in a city: through a
 * {@link LoadBalancer}. Between the instances and each server runs a {@link Wire}. One rig at a time; close it.
 */
public final class Rig implements AutoCloseable {

    /** How a rig is made. @param keycloak without it nobody of the staff can sign in, and nothing else is missing */
    public record Plan(int instances, String heap, boolean keycloak, boolean smallDisks) {

        public static Plan withoutKeycloak() {
            return new Plan(2, "384m", false, false);
        }

        public static Plan whole() {
            return new Plan(2, "384m", true, false);
        }

        /** Where the machine allows it, PostgreSQL and the uploads get disks of their own that can be filled up. */
        public Plan onSmallDisks() {
            return new Plan(instances, heap, keycloak, true);
        }
    }

    private static final int MEGABYTES_FOR_POSTGRES = 3000;
    private static final int MEGABYTES_FOR_FILES = 20;

    static final String CLIENT_SECRET = "a-secret-for-tests-only";

    private final RigServers servers;
    private final List<Instance> instances = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private final LoadBalancer balancer;
    private final Path folder;
    private Wire toPostgres;
    private Wire toRedis;
    private Wire toKeycloak;

    private Rig(Plan plan) {
        try {
            this.folder = Files.createTempDirectory("shiyu-rig-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.servers = new RigServers(folder.resolve("servers"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "rig-end"));
        if (plan.smallDisks()) {
            SmallDisk.mount(servers.folder().resolve("postgresql"), MEGABYTES_FOR_POSTGRES);
            SmallDisk.mount(folder.resolve("files"), MEGABYTES_FOR_FILES);
        }
        startServers(plan);
        configure();
        for (int i = 1; i <= plan.instances(); i++) {
            instances.add(new Instance("instance-" + i, folder, plan.heap(), settings));
        }
        settings.put("shiyu.identity.addresses", addresses());
        this.balancer = new LoadBalancer(instances);
    }

    /** Browsers come to the instances directly and are sent back there by Keycloak. */
    private String addresses() {
        return instances.stream()
                .map(instance -> "http://{host}:" + instance.port())
                .collect(Collectors.joining(","));
    }

    /** Starts everything and waits until all instances are ready. */
    public static Rig start(Plan plan) {
        Rig rig = new Rig(plan);
        try {
            // The first one migrates, as the Job does in a cluster; then the others.
            rig.instances.forEach(instance -> {
                instance.start();
                instance.awaitReady();
            });
            return rig;
        } catch (RuntimeException e) {
            rig.close();
            throw e;
        }
    }

    private void startServers(Plan plan) {
        settings.putAll(servers.postgres().start());
        settings.putAll(servers.redis().start());
        settings.putAll(servers.startWeChat());
        toPostgres = Wire.to(servers.postgres().port());
        toRedis = Wire.to(servers.redis().port());
        settings.put("shiyu.database.url", "postgresql://127.0.0.1:" + toPostgres.port() + "/shiyu");
        settings.put("shiyu.redis.url", "redis://127.0.0.1:" + toRedis.port());
        if (plan.keycloak()) {
            settings.putAll(servers.keycloak().start());
        }
        toKeycloak = Wire.to(servers.keycloak().port());
        // By name: a token says who gave it out, and browsers know that address too.
        settings.put("shiyu.identity.url", "http://localhost:" + toKeycloak.port());
    }

    private void configure() {
        settings.put("shiyu.database.migrate", "true");
        settings.put("shiyu.identity.demo", "true");
        settings.put("shiyu.identity.client-secret", CLIENT_SECRET);
        settings.put("shiyu.identity.session-key", "0123456789abcdef0123456789abcdef");
        settings.put("shiyu.identity.secure-cookies", "false");
        settings.put("shiyu.crypto.master-key", "dGVzdC1vbmx5LWtleSEhIQ==");
        settings.put("shiyu.crypto.counselling-key", "dGVzdC1jb3Vuc2VsbGluZw==");
        settings.put("shiyu.files.folder", filesFolder().toString());
        settings.put("shiyu.wechat.jieshou.secret", "a-stand-in-asks-for-none");
        settings.put("shiyu.wechat.liaocheng.secret", "a-stand-in-asks-for-none");
    }

    public Path filesFolder() {
        try {
            return Files.createDirectories(folder.resolve("files"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RigServers servers() {
        return servers;
    }

    /** Counted from 0. */
    public Instance instance(int index) {
        return instances.get(index);
    }

    public List<Instance> instances() {
        return List.copyOf(instances);
    }

    /** A further instance with settings of its own, started but not behind the load balancer. */
    public Instance another(String name, String heap, Map<String, String> own) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(own);
        Instance instance = new Instance(name, folder, heap, all);
        instance.start();
        return instance;
    }

    public LoadBalancer balancer() {
        return balancer;
    }

    public Wire toPostgres() {
        return toPostgres;
    }

    public Wire toRedis() {
        return toRedis;
    }

    public Wire toKeycloak() {
        return toKeycloak;
    }

    public String identityUrl() {
        return settings.get("shiyu.identity.url");
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        end();
    }

    private synchronized void end() {
        instances.forEach(Instance::end);
        List.of(toPostgres, toRedis, toKeycloak).forEach(Wire::end);
        servers.stop();
        SmallDisk.unmount(servers.folder().resolve("postgresql"));
        SmallDisk.unmount(folder.resolve("files"));
        servers.wipe();
    }
}
