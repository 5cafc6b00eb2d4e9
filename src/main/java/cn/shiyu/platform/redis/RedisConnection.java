package cn.shiyu.platform.redis;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;

/** Connects when it can and keeps trying; once connected, Redisson itself comes back after every break. */
@ApplicationScoped
class RedisConnection {

    private static final Logger LOG = Logger.getLogger(RedisConnection.class);
    private static final int TIMEOUT_MILLIS = 500;
    private static final int THREADS = 4;

    /** redis://[user:password@]host:port[/database]; without it the application runs without Redis. */
    @ConfigProperty(name = "shiyu.redis.url")
    Optional<String> url;

    /** Apart from the address, so that it may come from a secret and hold any character. */
    @ConfigProperty(name = "shiyu.redis.password")
    Optional<String> password;

    private volatile RedissonClient client;

    /** @throws RedisAway when there is none */
    RedissonClient client() {
        RedissonClient connected = client;
        if (connected == null) {
            throw new RedisAway(url.isEmpty() ? "no Redis configured" : "Redis is not reached yet");
        }
        return connected;
    }

    boolean isConfigured() {
        return url.isPresent();
    }

    void start(@Observes StartupEvent event) {
        connect();
    }

    // On a worker thread: connecting blocks.
    @Scheduled(
            every = "5s",
            delayed = "5s",
            identity = "redis-connect",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void connect() {
        if (url.isEmpty() || client != null) {
            return;
        }
        try {
            client = Redisson.create(configuration(url.get(), password));
            LOG.info("Redis is there");
        } catch (RuntimeException e) {
            // The address may hold a password: name only what went wrong.
            LOG.warnf("Redis is away (%s); going on without it", e.getClass().getSimpleName());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (client != null) {
            client.shutdown(0, TIMEOUT_MILLIS, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
    }

    private static Config configuration(String url, Optional<String> password) {
        Config config = new Config();
        config.setThreads(THREADS).setNettyThreads(THREADS);
        config.setCodec(new org.redisson.client.codec.StringCodec());
        password.ifPresent(config::setPassword);
        config.useSingleServer()
                .setAddress(url)
                .setConnectTimeout(2 * TIMEOUT_MILLIS)
                .setTimeout(TIMEOUT_MILLIS)
                .setRetryAttempts(1)
                .setRetryDelay(new ConstantDelay(Duration.ofMillis(100)))
                .setConnectionMinimumIdleSize(2)
                .setConnectionPoolSize(16)
                .setSubscriptionConnectionMinimumIdleSize(1);
        return config;
    }
}
