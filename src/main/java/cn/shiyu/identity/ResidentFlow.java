package cn.shiyu.identity;

import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/** Residents' records: made when somebody signs in for the first time, found ever after. */
@ApplicationScoped
public class ResidentFlow {

    private record Key(TenantId city, String subject) {}

    @Inject
    TenantSql sql;

    @Inject
    Residents residents;

    /** A subject never changes its resident, so remembering is safe; the time only bounds what an erasure leaves. */
    private final Cache<Key, UUID> known = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    /** @param subject the realm's own, opaque name of the person ({@code sub}) */
    public Uni<UUID> ofSubject(TenantId city, String subject) {
        Key key = new Key(city, subject);
        UUID remembered = known.getIfPresent(key);
        if (remembered != null) {
            return Uni.createFrom().item(remembered);
        }
        return sql.inTx(city, connection -> residents.bySubject(connection, city, subject))
                .invoke(id -> known.put(key, id));
    }

    /** @param openidDigest keyed digest of the WeChat openid, never the openid itself */
    public Uni<UUID> ofWechat(TenantId city, String openidDigest) {
        return sql.inTx(city, connection -> residents.byOpenid(connection, city, openidDigest));
    }
}
