package cn.shiyu.moralbank.team;

import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.moralbank.member.MemberRefusals;
import cn.shiyu.moralbank.till.Digits;
import cn.shiyu.platform.redis.RateLimiter;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Members bind themselves to a team's purse by the clerk's code, and let go of it. The log says that it happened, not who it was. */
@ApplicationScoped
public class TreasurerFlow {

    /** As many hold a team's purse at most: enough to stand in for each other. */
    static final int MOST = 2;

    private static final int TRIES_AN_HOUR = 10;

    @Inject
    TenantSql sql;

    @Inject
    MemberQueries members;

    @Inject
    Digits digits;

    @Inject
    RateLimiter limiter;

    @Inject
    EventLog log;

    @Inject
    Clock clock;

    /** @throws Refusal 422 {@code bind}; 409 {@code not-a-member}, {@code treasurers-full}, {@code bound-already}; 429 */
    public Uni<Void> bind(Caller resident, String code) {
        TenantId tenant = resident.tenant();
        UUID who = UUID.fromString(resident.id());
        return limiter.admit(tenant, "bank-team-bind", resident.id(), TRIES_AN_HOUR, Duration.ofHours(1))
                .chain(() -> sql.inTx(tenant, connection -> members.lock(connection, tenant, who)
                        .map(found -> found.orElseThrow(MemberRefusals::notMember))
                        .chain(() -> TeamRows.take(Statements.on(connection), tenant, digits.digest(tenant, TeamFlow.USE, code), now()))
                        .map(found -> found.orElseThrow(() -> TeamRefusals.field("bind", "bind")))
                        .chain(team -> enter(connection, tenant, team, who))));
    }

    private Uni<Void> enter(SqlConnection connection, TenantId tenant, UUID team, UUID who) {
        Statements on = Statements.on(connection);
        return TeamRows.lock(on, tenant, team)
                .map(found -> found.orElseThrow(() -> TeamRefusals.field("bind", "bind")))
                .chain(() -> TeamRows.treasurers(on, tenant, team))
                .invoke(there -> {
                    if (there >= MOST) {
                        throw TeamRefusals.conflict("treasurers-full", "full", MOST);
                    }
                })
                .chain(() -> TeamRows.bind(on, tenant, team, who, now()))
                .invoke(bound -> {
                    if (bound == 0) {
                        throw TeamRefusals.conflict("bound-already", "boundAlready");
                    }
                })
                .chain(() -> happened(connection, tenant, team, "TreasurerBound"));
    }

    /** @throws Refusal 404 for whoever is not its treasurer */
    public Uni<Void> unbind(Caller resident, UUID team) {
        TenantId tenant = resident.tenant();
        return sql.inTx(tenant, connection -> TeamRows.unbind(
                        Statements.on(connection), tenant, team, UUID.fromString(resident.id()))
                .invoke(gone -> {
                    if (gone == 0) {
                        throw Refusal.notFound();
                    }
                })
                .chain(() -> happened(connection, tenant, team, "TreasurerUnbound")));
    }

    private Uni<Void> happened(SqlConnection connection, TenantId tenant, UUID team, String type) {
        Caller nobody = Caller.system(tenant, "bank-team");
        return log.append(
                        connection, nobody, null, new StreamId(TeamFlow.STREAM, team), List.of(NewEvent.of(type, Map.of())), now())
                .replaceWithVoid();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
