package cn.shiyu.moralbank.till;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** From which accounts a member may pay: their own, their household's, and those of organisations whose treasurer they are. */
@ApplicationScoped
public class PayAccounts {

    private static final String OF = """
            select h.account_id, h.kind, h.name, (select cast(coalesce(sum(l.remaining), 0) as bigint) from bank_lot l
              where l.tenant_id = h.tenant_id and l.account_id = h.account_id and l.remaining > 0 and l.expires_on >= $3)
            from bank_holder h where h.tenant_id = $1 and h.resident_id = $2
            order by h.kind <> 'OWN', h.kind, h.name, h.account_id""";
    private static final String MAY =
            "select 1 from bank_holder where tenant_id = $1 and resident_id = $2 and account_id = $3";
    private static final String HOLDERS =
            "select resident_id, kind, name from bank_holder where tenant_id = $1 and account_id = $2 order by resident_id";

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    Clock clock;

    /** Somebody who is told of what happens to an account; {@link PayAccount#points} of it are not read. */
    record Holder(UUID resident, PayAccount of) {}

    /** Their own first; empty for whoever is no member. */
    public Uni<List<PayAccount>> of(Caller resident) {
        LocalDate today = calendars.of(cities.byId(resident.tenant())).date(clock.instant());
        return sql.inTx(resident.tenant(), connection -> Statements.on(connection)
                .select(OF, resident.tenant().value(), UUID.fromString(resident.id()), today)
                .map(lines -> lines.stream()
                        .map(line -> new PayAccount(line.uuid(0), kind(line, 1), line.text(2), line.bigNumber(3)))
                        .toList()));
    }

    /** The account, as long as this resident may pay from it. */
    Uni<Optional<UUID>> may(SqlConnection connection, TenantId tenant, UUID resident, UUID account) {
        return Statements.on(connection)
                .first(MAY, tenant.value(), resident, account)
                .map(found -> found.map(line -> account));
    }

    Uni<List<Holder>> holders(SqlConnection connection, TenantId tenant, UUID account) {
        return Statements.on(connection)
                .select(HOLDERS, tenant.value(), account)
                .map(lines -> lines.stream()
                        .map(line -> new Holder(line.uuid(0), new PayAccount(account, kind(line, 1), line.text(2), 0)))
                        .toList());
    }

    private static PayAccount.Kind kind(Line line, int at) {
        return PayAccount.Kind.valueOf(line.text(at));
    }
}
