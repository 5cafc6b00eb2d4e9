package cn.shiyu.identity.mini;

import cn.shiyu.platform.redis.Redis;
import cn.shiyu.platform.redis.RedisAway;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.redisson.client.codec.StringCodec;

/** What Redis remembers of sessions, so that not every request asks the database. Never fails: without Redis it knows nothing. */
@ApplicationScoped
class SessionCache {

    /** Also how long a session outlives its end when Redis was away at that moment. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    @Inject
    Redis redis;

    Uni<Optional<UUID>> find(TenantId city, byte[] digest) {
        return redis.call(client ->
                        client.<String>getBucket(key(city, digest), StringCodec.INSTANCE).getAsync())
                .map(resident -> Optional.ofNullable(resident).map(UUID::fromString))
                .onFailure(RedisAway.class)
                .recoverWithItem(Optional.empty());
    }

    Uni<Void> keep(TenantId city, byte[] digest, UUID resident) {
        return redis.call(client -> client.<String>getBucket(key(city, digest), StringCodec.INSTANCE)
                        .setAsync(resident.toString(), KEPT))
                .onFailure(RedisAway.class)
                .recoverWithNull();
    }

    Uni<Void> forget(TenantId city, byte[] digest) {
        return redis.call(client -> client.getBucket(key(city, digest), StringCodec.INSTANCE)
                        .deleteAsync())
                .onFailure(RedisAway.class)
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static String key(TenantId city, byte[] digest) {
        return Redis.key(city, "mini-session", HexFormat.of().formatHex(digest));
    }
}
