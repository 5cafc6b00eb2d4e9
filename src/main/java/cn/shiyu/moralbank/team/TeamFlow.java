package cn.shiyu.moralbank.team;

import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.award.RulesQueries;
import cn.shiyu.moralbank.budget.BudgetQueries;
import cn.shiyu.moralbank.ledger.AccountKind;
import cn.shiyu.moralbank.ledger.Accounts;
import cn.shiyu.moralbank.ledger.Ledger;
import cn.shiyu.moralbank.ledger.LedgerQueries;
import cn.shiyu.moralbank.ledger.Lot;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.moralbank.ledger.Transfer;
import cn.shiyu.moralbank.ledger.TransferKind;
import cn.shiyu.moralbank.till.ChargeFlow;
import cn.shiyu.moralbank.till.Digits;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.idempotency.Outcome;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the bank's clerk does with organisations: takes them in, gives their treasurers a code, gives them points, closes their account. */
@ApplicationScoped
public class TeamFlow {

    static final Duration BIND_LASTS = Duration.ofHours(24);
    static final String USE = "team";
    static final String STREAM = "bank-team";

    private static final int LONGEST = 60;
    private static final long MOST = 1_000_000;

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Regions regions;

    @Inject
    TeamQueries teams;

    @Inject
    RulesQueries rules;

    @Inject
    BudgetQueries budgets;

    @Inject
    Accounts accounts;

    @Inject
    Ledger ledger;

    @Inject
    LedgerQueries books;

    @Inject
    ChargeFlow charges;

    @Inject
    Idempotency idempotency;

    @Inject
    Digits digits;

    @Inject
    EventLog log;

    @Inject
    Clock clock;

    /** @throws Refusal 422 {@code name}, {@code region}; 409 {@code name-taken} */
    public Uni<UUID> register(Caller clerk, String name, String region) {
        TeamQueries.onlyClerk(clerk);
        String called = text(name);
        List<FieldError> faults = new ArrayList<>();
        if (called.isEmpty() || called.length() > LONGEST) {
            faults.add(new FieldError("name", Messages.get("team.refusal.name", LONGEST)));
        }
        if (regions.of(cities.byId(clerk.tenant())).find(text(region)).isEmpty()) {
            faults.add(new FieldError("region", Messages.get("team.refusal.region")));
        }
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return sql.inTx(clerk.tenant(), connection -> accounts.open(connection, clerk.tenant(), AccountKind.ORGANISATION)
                .chain(account -> TeamRows.add(Statements.on(connection), clerk, id, called, text(region), account, now()))
                .invoke(added -> {
                    if (added == 0) {
                        throw TeamRefusals.conflict("name-taken", "nameTaken");
                    }
                })
                .chain(() -> happened(connection, clerk, id, "TeamRegistered", Map.of("region", text(region))))
                .replaceWith(id));
    }

    /** A code by which one treasurer binds themselves, good for a day; the one before no longer fits. Shown once. @throws Refusal 404 */
    public Uni<String> bindCode(Caller clerk, UUID team) {
        TeamQueries.onlyClerk(clerk);
        TenantId tenant = clerk.tenant();
        String drawn = digits.draw();
        return sql.inTx(tenant, connection -> open(connection, tenant, team).chain(account -> TeamRows.code(
                        Statements.on(connection), tenant, team, digits.digest(tenant, USE, drawn), now().plus(BIND_LASTS))))
                .replaceWith(drawn);
    }

    /**
     * Gives a team points out of a budget; they last as long as those of members.
     *
     * @param key of the form; a repeat gives nothing
     * @throws Refusal 404; 422 {@code points}, {@code reason}, {@code budget}; 409 {@code not-enough-points} of the budget
     */
    public Uni<Outcome> award(Caller clerk, UUID team, IdempotencyKey key, String budget, String points, String reason) {
        TeamQueries.onlyClerk(clerk);
        TenantId tenant = clerk.tenant();
        long wanted = check(budget, points, reason);
        UUID from = UUID.fromString(budget);
        byte[] body = IdempotencyKey.digest("bank-team-award", team, budget, points, reason);
        return sql.inTx(tenant, connection -> idempotency.once(connection, clerk, key, body, () -> {
            LocalDate today = teams.today(tenant);
            TeamAward it = new TeamAward(UuidCreator.getTimeOrderedEpoch(), wanted, today, text(reason), null);
            return open(connection, tenant, team)
                    .call(() -> budgets.find(connection, tenant, from)
                            .invoke(found -> found.orElseThrow(() -> TeamRefusals.field("budget", "budget"))))
                    .call(account -> room(connection, tenant, team, wanted, today))
                    .chain(account -> rules.on(connection, tenant, today)
                            .chain(version -> ledger.post(connection, clerk, new Transfer(
                                    "team-award:" + it.id(), TransferKind.AWARD, from, account, wanted,
                                    today.plusMonths(version.terms().expiryMonths()), "team.reason.award",
                                    new Source("team", team.toString()), version.version()))))
                    .chain(receipt -> TeamRows.award(Statements.on(connection), clerk, team, from, it, receipt.transfer(), now()))
                    .chain(() -> happened(connection, clerk, team, "TeamAwarded", Map.of("points", wanted)))
                    .replaceWith(it.id().toString());
        }));
    }

    private static long check(String budget, String points, String reason) {
        List<FieldError> faults = new ArrayList<>();
        if (!text(budget).matches("[0-9a-f-]{36}")) {
            faults.add(new FieldError("budget", Messages.get("team.refusal.budget")));
        }
        String number = text(points);
        boolean right = number.matches("[0-9]{1,7}") && Long.parseLong(number) > 0 && Long.parseLong(number) <= MOST;
        if (!right) {
            faults.add(new FieldError("points", Messages.get("team.refusal.points", MOST)));
        }
        if (text(reason).isEmpty() || text(reason).length() > LONGEST) {
            faults.add(new FieldError("reason", Messages.get("team.refusal.reason", LONGEST)));
        }
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        return Long.parseLong(number);
    }

    /** The city's limit for one month; the team's row is locked. */
    private Uni<Void> room(SqlConnection connection, TenantId tenant, UUID team, long wanted, LocalDate today) {
        LocalDate month = today.withDayOfMonth(1);
        long most = TeamSettings.of(cities.byId(tenant)).teamPerMonth();
        return TeamRows.given(Statements.on(connection), tenant, team, month, month.plusMonths(1))
                .invoke(given -> {
                    if (given + wanted > most) {
                        throw TeamRefusals.field("points", "perMonth", most, Math.max(0, most - given));
                    }
                })
                .replaceWithVoid();
    }

    /** For ever: what is put aside goes back first, the rest expires, nobody pays from it any more. @throws Refusal 404 */
    public Uni<Void> close(Caller clerk, UUID team) {
        TeamQueries.onlyClerk(clerk);
        TenantId tenant = clerk.tenant();
        return sql.inTx(tenant, connection -> open(connection, tenant, team)
                .call(account -> charges.voidOpen(connection, tenant, account))
                .call(account -> letGo(connection, clerk, account))
                .call(account -> forfeit(connection, clerk, account))
                .chain(() -> TeamRows.end(Statements.on(connection), tenant, team))
                .chain(() -> happened(connection, clerk, team, "TeamClosed", Map.of())));
    }

    private Uni<Void> letGo(SqlConnection connection, Caller clerk, UUID account) {
        return TeamRows.pending(Statements.on(connection), clerk.tenant(), account)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(hold -> ledger.release(connection, clerk, "closed:" + hold, hold))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> forfeit(SqlConnection connection, Caller clerk, UUID account) {
        return books.lots(connection, clerk.tenant(), account).chain(lots -> {
            long rest = lots.stream().mapToLong(Lot::remaining).sum();
            return rest == 0
                    ? Uni.createFrom().voidItem()
                    : accounts.only(connection, clerk.tenant(), AccountKind.EXPIRY)
                            .chain(expiry -> ledger.post(connection, clerk, new Transfer(
                                    "closed:" + account, TransferKind.FORFEIT, account, expiry, rest, null, "team.reason.closed",
                                    new Source("account", account.toString()), 0)))
                            .replaceWithVoid();
        });
    }

    private static Uni<UUID> open(SqlConnection connection, TenantId tenant, UUID team) {
        return TeamRows.lock(Statements.on(connection), tenant, team).map(found -> found.orElseThrow(Refusal::notFound));
    }

    private Uni<Void> happened(SqlConnection connection, Caller by, UUID team, String type, Map<String, Object> facts) {
        return log.append(connection, by, null, new StreamId(STREAM, team), List.of(NewEvent.of(type, facts)), now())
                .replaceWithVoid();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
