package cn.shiyu.moralbank.reward;

import cn.shiyu.casework.FinishedReports;
import cn.shiyu.clock.Calendars;
import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.award.Awards;
import cn.shiyu.moralbank.award.Earned;
import cn.shiyu.moralbank.award.Granted;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.moralbank.volunteering.VolunteeringSettings;
import cn.shiyu.notify.Notices;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Thanks a reporter, or does not; once a case, in one transaction with the points. */
@ApplicationScoped
public class RewardFlow {

    private static final String STREAM = "report-reward";
    private static final int REASON = 300;
    private static final String DECIDE = """
            insert into report_reward (tenant_id, case_id, resident_id, state, decided_by, decided_at, reason_sealed)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing""";
    private static final String GRANTED = "update report_reward set award_id = $3, points = $4 where tenant_id = $1 and case_id = $2";

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    FinishedReports reports;

    @Inject
    MemberQueries members;

    @Inject
    Awards awards;

    @Inject
    Notices notices;

    @Inject
    EventLog log;

    @Inject
    Sealer sealer;

    @Inject
    Clock clock;

    /**
     * @return the points given; a cap may leave none
     * @throws Refusal 403; 404 for what is no candidate; 409 {@code decided-already}, {@code no-budget}
     */
    public Uni<Long> grant(Caller clerk, UUID id) {
        return decide(clerk, id, null);
    }

    /** @throws Refusal as {@link #grant}; 422 {@code reason} */
    public Uni<Long> decline(Caller clerk, UUID id, String typed) {
        String reason = typed == null ? "" : typed.strip();
        if (reason.isEmpty() || reason.length() > REASON) {
            throw Refusal.badInput("reason", Messages.get("earn.refusal.words", REASON));
        }
        return decide(clerk, id, reason);
    }

    private Uni<Long> decide(Caller clerk, UUID id, String reason) {
        RewardQueries.refuseUnlessClerk(clerk);
        City city = cities.byId(clerk.tenant());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return sql.inTx(city.id(), connection -> reports.one(connection, city.id(), id)
                .map(found -> found
                        .filter(it -> VolunteeringSettings.of(city).report(it.kind().name()).isPresent())
                        .filter(it -> it.closedAt().isAfter(now.minus(RewardQueries.WITHIN)))
                        .orElseThrow(Refusal::notFound))
                .call(it -> members.lock(connection, city.id(), it.resident()).invoke(member -> member.orElseThrow(Refusal::notFound)))
                .call(it -> once(connection, clerk, it, reason, now))
                .call(it -> log.append(
                        connection, clerk, null, stream(id),
                        List.of(NewEvent.of(reason == null ? "ReportRewarded" : "RewardDeclined", Map.of())), now))
                .chain(it -> reason == null ? grant(connection, city, clerk, it, now) : Uni.createFrom().item(0L)));
    }

    /** A stream of its own: the case's id names the stream of the case. */
    private static StreamId stream(UUID id) {
        return new StreamId(STREAM, UUID.nameUUIDFromBytes((STREAM + ":" + id).getBytes(StandardCharsets.UTF_8)));
    }

    private Uni<Integer> once(SqlConnection connection, Caller clerk, FinishedReports.Report it, String reason, Instant now) {
        byte[] sealed = sealer.seal(clerk.tenant(), Purpose.CONFIDENCE, "report_reward:" + it.id(), reason);
        return Statements.on(connection)
                .update(
                        DECIDE, clerk.tenant().value(), it.id(), it.resident(), reason == null ? "GRANTED" : "DECLINED", clerk.id(), now, sealed)
                .invoke(added -> {
                    if (added == 0) {
                        throw new Refusal(409, "decided-already", Messages.get("earn.refusal.reward.decided"));
                    }
                });
    }

    private Uni<Long> grant(SqlConnection connection, City city, Caller clerk, FinishedReports.Report it, Instant now) {
        VolunteeringSettings.Report reward = VolunteeringSettings.of(city).report(it.kind().name()).orElseThrow();
        Earned earned = new Earned(
                it.resident(), reward.code(), 1, calendars.of(city).date(it.closedAt()), null, new Source("report", it.id().toString()));
        return awards.grant(connection, clerk, earned)
                .call(given -> Statements.on(connection).update(GRANTED, city.id().value(), it.id(), given.award(), given.points()))
                .call(given -> notices.tell(
                        Statements.on(connection), city.id(), it.resident(),
                        Messages.get("earn.notice.rewarded", it.number(), given.points()), "/bank", now))
                .map(Granted::points);
    }
}
