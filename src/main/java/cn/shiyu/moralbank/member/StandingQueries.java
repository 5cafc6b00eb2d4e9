package cn.shiyu.moralbank.member;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.ledger.LedgerEntry;
import cn.shiyu.moralbank.ledger.LedgerQueries;
import cn.shiyu.moralbank.ledger.Lot;
import cn.shiyu.platform.paging.Page;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a resident's own account holds and how it came to that; nobody else's. */
@ApplicationScoped
public class StandingQueries {

    private static final int PAGE = 20;

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    MemberQueries members;

    @Inject
    LedgerQueries books;

    @Inject
    Clock clock;

    /** Empty for whoever is no member. */
    public Uni<Optional<Standing>> of(Caller resident) {
        return sql.inTx(resident.tenant(), connection -> member(connection, resident).chain(found -> found.isEmpty()
                ? Uni.createFrom().item(Optional.<Standing>empty())
                : books.lots(connection, resident.tenant(), found.get().account())
                        .map(lots -> Optional.of(standing(resident.tenant(), found.get(), lots)))));
    }

    /** Newest first. @throws cn.shiyu.platform.problem.Refusal 409 {@code not-a-member} */
    public Uni<Page<LedgerEntry>> history(Caller resident, String after) {
        return sql.inTx(resident.tenant(), connection -> member(connection, resident)
                .map(found -> found.orElseThrow(MemberRefusals::notMember))
                .chain(member -> books.history(connection, resident.tenant(), member.account(), after, PAGE)));
    }

    private Uni<Optional<Member>> member(SqlConnection connection, Caller resident) {
        return members.of(connection, resident.tenant(), UUID.fromString(resident.id()));
    }

    private Standing standing(TenantId tenant, Member member, List<Lot> lots) {
        LocalDate today = calendars.of(cities.byId(tenant)).date(clock.instant());
        Map<LocalDate, Long> byDay = lots.stream()
                .filter(lot -> !lot.expires().isBefore(today))
                .collect(Collectors.groupingBy(Lot::expires, TreeMap::new, Collectors.summingLong(Lot::remaining)));
        return new Standing(
                member, byDay.values().stream().mapToLong(Long::longValue).sum(),
                byDay.entrySet().stream().map(day -> new Standing.Expiring(day.getKey(), day.getValue())).toList());
    }
}
