package cn.shiyu.identity.mini;

import cn.shiyu.identity.ResidentFlow;
import cn.shiyu.identity.SessionResidents;
import cn.shiyu.platform.crypto.BlindIndex;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sm3;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.redis.Redis;
import cn.shiyu.platform.redis.RedisAway;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.wechat.WeChatSignIn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.redisson.api.RBucket;
import org.redisson.client.codec.StringCodec;

/**
 * The mini-program's sessions: an opaque random token in the phone, its digest and the resident's id in Redis, under the
 * city. Whoever reads Redis cannot sign in with what they find. May be lost: the phone then signs in again by itself.
 */
@ApplicationScoped
public class MiniSessions implements SessionResidents {

    /** Without use for so long, a session ends. No shorter: old people should not have to sign in again and again. */
    public static final Duration IDLE = Duration.ofDays(30);

    private static final int RANDOM_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Inject
    WeChatSignIn weChat;

    @Inject
    ResidentFlow residents;

    @Inject
    BlindIndex index;

    @Inject
    Redis redis;

    Uni<String> open(City city, String code) {
        return weChat.openid(city, code)
                .map(openid -> HexFormat.of().formatHex(index.digest(city.id(), Purpose.LOOKUP, "openid|" + openid)))
                .chain(digest -> residents.ofWechat(city.id(), digest))
                .chain(resident -> keep(city.id(), resident));
    }

    private Uni<String> keep(TenantId city, UUID resident) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return redis.call(client -> client.<String>getBucket(key(city, token), StringCodec.INSTANCE)
                        .setAsync(resident.toString(), IDLE))
                .replaceWith(token)
                .onFailure(RedisAway.class)
                .transform(away -> new Refusal(503, "sign-in-away", "登录服务暂时不可用,请稍后再试,或使用网页版、拨打 12345。"));
    }

    @Override
    public Uni<Optional<UUID>> of(TenantId city, String session) {
        return redis.call(client -> {
                    RBucket<String> bucket = client.getBucket(key(city, session), StringCodec.INSTANCE);
                    return bucket.getAndExpireAsync(IDLE);
                })
                .map(resident -> Optional.ofNullable(resident).map(UUID::fromString));
    }

    Uni<Void> close(City city, String session) {
        return redis.call(client -> client.getBucket(key(city.id(), session), StringCodec.INSTANCE)
                        .deleteAsync())
                .replaceWithVoid();
    }

    private static String key(TenantId city, String token) {
        byte[] digest = Sm3.digest(token.getBytes(StandardCharsets.UTF_8));
        return Redis.key(city, "mini-session", HexFormat.of().formatHex(digest));
    }
}
