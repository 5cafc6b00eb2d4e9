package cn.shiyu.identity.mini;

import cn.shiyu.identity.ResidentFlow;
import cn.shiyu.identity.SessionResidents;
import cn.shiyu.platform.crypto.BlindIndex;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sm3;
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

/**
 * The mini-program's sessions: an opaque random token in the phone, its digest and the resident's id with us. PostgreSQL
 * knows them all, Redis those of the last minutes: whoever is signed in stays so when Redis is lost. See docs/adr/0020.
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
    StoredSessions stored;

    @Inject
    SessionCache cache;

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
        byte[] digest = digest(token);
        return stored.add(city, digest, resident)
                .chain(() -> cache.keep(city, digest, resident))
                .replaceWith(token);
    }

    @Override
    public Uni<Optional<UUID>> of(TenantId city, String session) {
        byte[] digest = digest(session);
        return cache.find(city, digest)
                .chain(known -> known.isPresent() ? Uni.createFrom().item(known) : remember(city, digest));
    }

    private Uni<Optional<UUID>> remember(TenantId city, byte[] digest) {
        return stored.find(city, digest)
                .call(found -> found.map(resident -> cache.keep(city, digest, resident))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    Uni<Void> close(City city, String session) {
        byte[] digest = digest(session);
        return stored.remove(city.id(), digest).chain(() -> cache.forget(city.id(), digest));
    }

    private static byte[] digest(String token) {
        return Sm3.digest(token.getBytes(StandardCharsets.UTF_8));
    }
}
