package cn.shiyu.moralbank.team;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Teams to read: all of them for the bank's clerk, their own for treasurers, none for anybody else. */
@ApplicationScoped
public class TeamQueries {

    static final int SIZE = 20;

    private static final int AWARDS = 50;

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    Clock clock;

    /** Newest first. @param q part of a name, blank for all @param after cursor, or null */
    public Uni<Page<Team>> page(Caller clerk, String q, String after) {
        onlyClerk(clerk);
        TenantId tenant = clerk.tenant();
        return sql.inTx(tenant, connection -> TeamRows.page(
                        Statements.on(connection), tenant, today(tenant), q.strip(), cursor(after), SIZE + 1)
                .map(all -> new Page<>(
                        all.stream().limit(SIZE).toList(), all.size() > SIZE ? all.get(SIZE - 1).id().toString() : null)));
    }

    /** @throws Refusal 404 */
    public Uni<Team> one(Caller clerk, UUID team) {
        onlyClerk(clerk);
        TenantId tenant = clerk.tenant();
        return sql.inTx(tenant, connection -> TeamRows.find(Statements.on(connection), tenant, today(tenant), team))
                .map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** Those whose treasurer this resident is, by name. */
    public Uni<List<Team>> own(Caller resident) {
        TenantId tenant = resident.tenant();
        return sql.inTx(tenant, connection -> TeamRows.ofTreasurer(
                Statements.on(connection), tenant, today(tenant), UUID.fromString(resident.id())));
    }

    /** @throws Refusal 404 for whoever is not its treasurer */
    public Uni<Team> own(Caller resident, UUID team) {
        return own(resident).map(all -> all.stream()
                .filter(one -> one.id().equals(team))
                .findFirst()
                .orElseThrow(Refusal::notFound));
    }

    /** The newest of what it was given. Whoever asks must know that the team is theirs to see. */
    public Uni<List<TeamAward>> awards(TenantId tenant, UUID team) {
        return sql.inTx(tenant, connection -> TeamRows.awards(Statements.on(connection), tenant, team, AWARDS));
    }

    LocalDate today(TenantId tenant) {
        return calendars.of(cities.byId(tenant)).date(clock.instant());
    }

    static void onlyClerk(Caller clerk) {
        if (!clerk.isStaff() || !clerk.holds(Role.BANK_CLERK)) {
            throw Refusal.notFound();
        }
    }

    private static UUID cursor(String after) {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
