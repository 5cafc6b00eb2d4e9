package cn.shiyu.moralbank.household;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.ledger.LedgerQueries;
import cn.shiyu.moralbank.ledger.Lot;
import cn.shiyu.moralbank.member.MemberNames;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
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

/** Households to read; and for whoever takes payments, the account a member may pay from beside their own. */
@ApplicationScoped
public class Households {

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    LedgerQueries books;

    @Inject
    MemberNames names;

    @Inject
    Sealer sealer;

    @Inject
    Clock clock;

    /** Account of the household this resident may pay from; empty for whoever is in none or not let in yet. */
    public Uni<Optional<UUID>> account(SqlConnection connection, TenantId tenant, UUID resident) {
        return HouseholdRows.of(Statements.on(connection), tenant, resident)
                .map(found -> found.filter(HouseholdRows.Row::confirmed).map(HouseholdRows.Row::account));
    }

    /** The resident's own; empty for whoever is in none. */
    public Uni<Optional<Household>> own(Caller resident) {
        UUID who = UUID.fromString(resident.id());
        return sql.inTx(resident.tenant(), connection -> HouseholdRows.of(Statements.on(connection), resident.tenant(), who)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<Household>empty())
                        : view(connection, resident.tenant(), who, found.get()).map(Optional::of)));
    }

    private Uni<Household> view(SqlConnection connection, TenantId tenant, UUID who, HouseholdRows.Row row) {
        String name = sealer.openText(tenant, Purpose.IDENTITY, sealedIn(row.id()), row.name());
        if (!row.confirmed()) {
            return Uni.createFrom().item(new Household(row.id(), row.account(), name, false, 0, null, null, List.of()));
        }
        boolean open = row.code() != null && row.codeUntil().isAfter(clock.instant());
        return points(connection, tenant, row.account())
                .chain(points -> HouseholdRows.mates(Statements.on(connection), tenant, row.id())
                        .map(mates -> new Household(
                                row.id(), row.account(), name, true, points, open ? row.code() : null, open ? row.codeUntil() : null,
                                mates.stream().map(mate -> new Household.Housemate(
                                                mate.account(), names.open(tenant, mate.account(), mate.name()), mate.confirmed(),
                                                mate.resident().equals(who)))
                                        .toList())));
    }

    /** What can be spent of it today. */
    Uni<Long> points(SqlConnection connection, TenantId tenant, UUID account) {
        LocalDate today = calendars.of(cities.byId(tenant)).date(clock.instant());
        return books.lots(connection, tenant, account)
                .map(lots -> lots.stream().filter(lot -> !lot.expires().isBefore(today)).mapToLong(Lot::remaining).sum());
    }

    static String sealedIn(UUID household) {
        return "bank-household:" + household;
    }
}
