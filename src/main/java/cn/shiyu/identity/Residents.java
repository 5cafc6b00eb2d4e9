package cn.shiyu.identity;

import cn.shiyu.tenancy.TenantId;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** The table {@code resident}. */
@ApplicationScoped
class Residents {

    @Inject
    Clock clock;

    Uni<UUID> bySubject(SqlConnection connection, TenantId city, String subject) {
        return findOrCreate(connection, city, "oidc_subject", subject);
    }

    Uni<UUID> byOpenid(SqlConnection connection, TenantId city, String digest) {
        return findOrCreate(connection, city, "wechat_openid_digest", digest);
    }

    private Uni<UUID> findOrCreate(SqlConnection connection, TenantId city, String column, String value) {
        return find(connection, city, column, value)
                .chain(found -> found != null
                        ? Uni.createFrom().item(found)
                        : create(connection, city, column, value)
                                // Somebody else's instance was faster: then it is there now.
                                .chain(() -> find(connection, city, column, value)));
    }

    private Uni<UUID> find(SqlConnection connection, TenantId city, String column, String value) {
        return connection
                .preparedQuery("select resident_id from resident where tenant_id = $1 and " + column + " = $2")
                .execute(Tuple.of(city.value(), value))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getUUID(0));
    }

    private Uni<RowSet<io.vertx.mutiny.sqlclient.Row>> create(
            SqlConnection connection, TenantId city, String column, String value) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return connection
                .preparedQuery("insert into resident (tenant_id, resident_id, " + column + ", created_at)"
                        + " values ($1, $2, $3, $4) on conflict do nothing")
                .execute(Tuple.of(city.value(), UuidCreator.getTimeOrderedEpoch(), value, now));
    }
}
