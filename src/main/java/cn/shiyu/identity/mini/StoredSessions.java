package cn.shiyu.identity.mini;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The table {@code mini_session}: which sessions there are, whatever becomes of Redis. */
@ApplicationScoped
class StoredSessions {

    private static final String ADD =
            "insert into mini_session (tenant_id, token_digest, resident_id, used_on) values ($1, $2, $3, cast($4 as date))";

    private static final String FIND = """
            select resident_id, used_on < cast($3 as date) from mini_session
            where tenant_id = $1 and token_digest = $2 and used_on > cast($4 as date)""";

    private static final String USED =
            "update mini_session set used_on = cast($3 as date) where tenant_id = $1 and token_digest = $2";

    private static final String REMOVE = "delete from mini_session where tenant_id = $1 and token_digest = $2";

    private static final String FORGET = "delete from mini_session where tenant_id = $1 and used_on <= cast($2 as date)";

    @Inject
    TenantSql sql;

    @Inject
    Clock clock;

    Uni<Void> add(TenantId city, byte[] digest, UUID resident) {
        return sql.inTx(city, connection -> Statements.on(connection)
                        .update(ADD, city.value(), digest, resident, today()))
                .replaceWithVoid();
    }

    /** @return the resident of a session that was used within {@link MiniSessions#IDLE}; from now on it was used today */
    Uni<Optional<UUID>> find(TenantId city, byte[] digest) {
        return sql.inTx(city, connection -> {
            Statements statements = Statements.on(connection);
            return statements
                    .first(FIND, city.value(), digest, today(), lastUse())
                    .call(found -> found.filter(line -> line.truth(1)).isPresent()
                            ? statements.update(USED, city.value(), digest, today())
                            : Uni.createFrom().voidItem())
                    .map(found -> found.map(line -> line.uuid(0)));
        });
    }

    Uni<Void> remove(TenantId city, byte[] digest) {
        return sql.inTx(city, connection -> Statements.on(connection).update(REMOVE, city.value(), digest))
                .replaceWithVoid();
    }

    Uni<Integer> forgetUnused(TenantId city) {
        return sql.inTx(city, connection -> Statements.on(connection).update(FORGET, city.value(), lastUse()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Whatever was used no later than on this day is over. */
    private LocalDate lastUse() {
        return LocalDate.ofInstant(clock.instant().minus(MiniSessions.IDLE), ZoneOffset.UTC)
                .minusDays(1);
    }
}
