package cn.shiyu.moralbank.award;

import cn.shiyu.clock.Calendars;
import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The clerk's work on rules: draft, simulate, put into effect on a day to come. What was given stays as it was given. */
@ApplicationScoped
public class RulesFlow {

    private static final String STREAM = "bank-rules";
    private static final int MONTHS = 3;
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('bank-rules:' || $1, 0))";
    private static final String NEXT = "select coalesce(max(version), 0) + 1 from bank_rules where tenant_id = $1";

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    RulesQueries rules;

    @Inject
    DraftRows drafts;

    @Inject
    EventLog log;

    @Inject
    Clock clock;

    /** @param terms checked by {@link TermsCheck} */
    public Uni<UUID> draft(Caller clerk, BankTerms terms) {
        clerk(clerk);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return sql.inTx(clerk.tenant(), connection -> drafts.add(Statements.on(connection), clerk.tenant(), id, terms, clerk.id(), now()))
                .replaceWith(id);
    }

    /** @throws Refusal 404 */
    public Uni<RulesDraft> one(Caller clerk, UUID id) {
        clerk(clerk);
        return sql.inTx(clerk.tenant(), connection -> drafts.find(Statements.on(connection), clerk.tenant(), id))
                .map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** Drafts that are neither in effect nor dropped, newest first; at most 50. */
    public Uni<List<RulesDraft>> open(Caller clerk) {
        clerk(clerk);
        return sql.inTx(clerk.tenant(), connection -> drafts.open(Statements.on(connection), clerk.tenant()));
    }

    public Uni<List<BankRules>> versions(Caller clerk) {
        clerk(clerk);
        return sql.inTx(clerk.tenant(), connection -> rules.all(connection, cities.byId(clerk.tenant())));
    }

    public Uni<BankRules> current(Caller clerk) {
        clerk(clerk);
        return sql.inTx(clerk.tenant(), connection -> rules.on(connection, clerk.tenant(), today(clerk.tenant())));
    }

    /** Tries it on what was earned in the last three whole months and since; the sweep does the work. */
    public Uni<Void> simulate(Caller clerk, UUID id) {
        clerk(clerk);
        LocalDate today = today(clerk.tenant());
        return sql.inTx(clerk.tenant(), connection -> opened(connection, clerk, id)
                .chain(draft -> draft.underWay()
                        ? Uni.createFrom().voidItem()
                        : drafts.ask(
                                        Statements.on(connection), clerk.tenant(), id, today.minusMonths(MONTHS).withDayOfMonth(1), today,
                                        now())
                                .replaceWithVoid()));
    }

    /**
     * Makes it the next version, from that day on.
     *
     * @param from tomorrow at the earliest
     * @return the version
     * @throws Refusal 404, 409 {@code not-simulated}, {@code draft-closed}, 422 naming {@code from}
     */
    public Uni<Integer> putIntoEffect(Caller clerk, UUID id, LocalDate from) {
        clerk(clerk);
        if (from == null || !from.isAfter(today(clerk.tenant()))) {
            throw Refusal.badInput("from", Messages.get("bank.refusal.from"));
        }
        TenantId tenant = clerk.tenant();
        return sql.inTx(tenant, connection -> opened(connection, clerk, id).chain(draft -> {
            if (!draft.simulated()) {
                throw new Refusal(409, "not-simulated", Messages.get("bank.refusal.notSimulated"));
            }
            Statements on = Statements.on(connection);
            return on.select(LOCK, tenant.value())
                    .chain(() -> rules.on(connection, tenant, today(tenant)))
                    .chain(() -> on.first(NEXT, tenant.value()))
                    .map(line -> line.orElseThrow().number(0))
                    .call(version -> on.update(
                            RulesQueries.ADD, tenant.value(), version, from, rules.write(draft.terms()), clerk.id(), now()))
                    .call(version -> drafts.close(on, tenant, id, RulesDraft.State.EFFECTIVE, version))
                    .call(version -> happened(connection, clerk, id, "BankRulesMade", Map.of("version", version, "from", from.toString())));
        }));
    }

    /** @throws Refusal 404, 409 {@code draft-closed} */
    public Uni<Void> drop(Caller clerk, UUID id) {
        clerk(clerk);
        return sql.inTx(clerk.tenant(), connection -> opened(connection, clerk, id)
                .chain(() -> drafts.close(Statements.on(connection), clerk.tenant(), id, RulesDraft.State.DROPPED, null))
                .replaceWithVoid());
    }

    private Uni<RulesDraft> opened(SqlConnection connection, Caller clerk, UUID id) {
        return drafts.lock(Statements.on(connection), clerk.tenant(), id)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .invoke(draft -> {
                    if (!draft.open()) {
                        throw new Refusal(409, "draft-closed", Messages.get("bank.refusal.draftClosed"));
                    }
                });
    }

    private Uni<Void> happened(SqlConnection connection, Caller clerk, UUID id, String type, Map<String, Object> facts) {
        String unit = clerk.posts().stream().filter(post -> post.role() == Role.BANK_CLERK).map(Post::unit).sorted().findFirst().orElse(null);
        return log.append(connection, clerk, unit, new StreamId(STREAM, id), List.of(NewEvent.of(type, facts)), now()).replaceWithVoid();
    }

    private static void clerk(Caller caller) {
        if (!caller.isStaff() || !caller.holds(Role.BANK_CLERK)) {
            throw Refusal.notFound();
        }
    }

    private LocalDate today(TenantId tenant) {
        return calendars.of(cities.byId(tenant)).date(clock.instant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
