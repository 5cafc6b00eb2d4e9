package cn.shiyu.legal.referral;

import cn.shiyu.clock.Calendars;
import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import cn.shiyu.legal.AdvisorWish;
import cn.shiyu.legal.Advisors;
import cn.shiyu.legal.LegalSettings;
import cn.shiyu.legal.Outcome;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A grid worker sends a dispute to the village's own advisor; the advisor takes it or not, and says how it ended. */
@ApplicationScoped
public class ReferralFlow {

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Advisors advisors;

    @Inject
    Calendars calendars;

    @Inject
    Referrals referrals;

    @Inject
    Idempotency idempotency;

    @Inject
    EventLog log;

    @Inject
    Clock clock;

    /** @return its id @throws Refusal 422 naming each field, also where the village has no advisor; 403 for who is no grid worker */
    public Uni<UUID> send(Caller gridWorker, IdempotencyKey key, NewReferral typed) {
        if (!gridWorker.isStaff() || !gridWorker.holds(Role.GRID_WORKER)) {
            throw notYours();
        }
        City city = cities.byId(gridWorker.tenant());
        typed.orRefuse(LegalSettings.of(city), advisors.knows(city, typed.region()));
        String advisor = advisors.find(city, AdvisorWish.near(typed.region()))
                .findFirst()
                .orElseThrow(() -> Refusal.badInput("region", Messages.get("legal.refusal.noAdvisor")))
                .login();
        byte[] digest = IdempotencyKey.digest("legal-referral", typed);
        return sql.inTx(city.id(), connection -> idempotency.once(
                        connection, gridWorker, key, digest, () -> add(connection, city, gridWorker, typed, advisor)))
                .map(outcome -> UUID.fromString(outcome.reference()));
    }

    private Uni<String> add(SqlConnection connection, City city, Caller gridWorker, NewReferral typed, String advisor) {
        Instant now = now();
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Instant due = calendars.of(city).plus(now, LegalSettings.of(city).answer());
        return referrals.add(
                        Statements.on(connection), city.id(), id, gridWorker.id(), gridWorker.name(), advisor, typed, due, now)
                .chain(() -> happened(
                        connection, gridWorker, id, "DisputeReferred",
                        Map.of("advisor", advisor, "field", typed.field(), "region", typed.region(), "dueAt", due.toString()), now))
                .replaceWith(id.toString());
    }

    public Uni<Void> take(Caller advisor, UUID id) {
        return step(advisor, id, ReferralAction.TAKE, null, null);
    }

    /** @param why for the grid worker @throws Refusal 422 {@code words} */
    public Uni<Void> decline(Caller advisor, UUID id, String why) {
        return step(advisor, id, ReferralAction.DECLINE, null, NewReferral.words(why));
    }

    /** @throws Refusal 422 {@code outcome}, {@code words} */
    public Uni<Void> settle(Caller advisor, UUID id, String outcome, String words) {
        Outcome one = Arrays.stream(Outcome.values())
                .filter(known -> known.name().equals(outcome))
                .findFirst()
                .orElseThrow(() -> Refusal.badInput("outcome", Messages.get("legal.refusal.outcome")));
        return step(advisor, id, ReferralAction.SETTLE, one.name(), NewReferral.words(words));
    }

    public Uni<Void> withdraw(Caller gridWorker, UUID id) {
        return step(gridWorker, id, ReferralAction.WITHDRAW, null, null);
    }

    /** @throws Refusal 404 for everybody but the two; 409 out of turn; 403 for the wrong one of them */
    private Uni<Void> step(Caller caller, UUID id, ReferralAction action, String outcome, String words) {
        Instant now = now();
        return sql.inTx(caller.tenant(), connection -> {
            Statements on = Statements.on(connection);
            return referrals.lock(on, caller.tenant(), id)
                    .map(found -> found.filter(row -> concerns(caller, row)).orElseThrow(Refusal::notFound))
                    .invoke(row -> refuseUnless(caller, action, row))
                    .chain(() -> referrals.move(
                            on, caller.tenant(), id, action.to, action == ReferralAction.TAKE ? null : now, outcome, words))
                    .chain(() -> happened(
                            connection, caller, id, "Referral" + action.to.name().charAt(0)
                                    + action.to.name().substring(1).toLowerCase(), Map.of("action", action.name()), now));
        });
    }

    static boolean concerns(Caller caller, Referrals.Row row) {
        return caller.isStaff() && (caller.id().equals(row.sender()) || caller.id().equals(row.advisor()));
    }

    private static void refuseUnless(Caller caller, ReferralAction action, Referrals.Row row) {
        if (row.status() != action.from) {
            throw new Refusal(409, "wrong-state", Messages.get(
                    "legal.refusal.notNow", Messages.get("legal.referral.status." + row.status())));
        }
        if (!caller.id().equals(action.advisor ? row.advisor() : row.sender())) {
            throw notYours();
        }
    }

    static Refusal notYours() {
        return new Refusal(403, "not-allowed", Messages.get("legal.refusal.notYours"));
    }

    private Uni<Void> happened(
            SqlConnection connection, Caller caller, UUID id, String type, Map<String, Object> facts, Instant at) {
        String unit = caller.posts().stream().map(Post::unit).sorted().findFirst().orElse(null);
        return log.append(connection, caller, unit, new StreamId("legal-referral", id), List.of(NewEvent.of(type, facts)), at)
                .replaceWithVoid();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
