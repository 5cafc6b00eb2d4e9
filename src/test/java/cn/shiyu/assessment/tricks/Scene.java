package cn.shiyu.assessment.tricks;

import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.assessment.AssessmentRules;
import cn.shiyu.assessment.Period;
import cn.shiyu.assessment.index.LiveCounts;
import cn.shiyu.casework.AppellantFlow;
import cn.shiyu.casework.CaseReceipt;
import cn.shiyu.casework.Classification;
import cn.shiyu.casework.DispatchFlow;
import cn.shiyu.casework.ExtensionFlow;
import cn.shiyu.casework.FollowUp;
import cn.shiyu.casework.HandlingFlow;
import cn.shiyu.casework.IntakeFlow;
import cn.shiyu.casework.RatingGiven;
import cn.shiyu.casework.RatingLevel;
import cn.shiyu.casework.Submission;
import cn.shiyu.casework.SubmissionFlow;
import cn.shiyu.casework.VerdictFlow;
import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import cn.shiyu.identity.Surface;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.time.AsOf;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

/**
 * People of one city in a month long ago, where nothing else happens: a resident, two bureaus and a centre, by the flows all surfaces use.
 * What a trick does to the figures is told as the difference it makes to a unit's counts.
 */
public abstract class Scene {

    private static final TenantId CITY = new TenantId("jieshou");
    protected static final String OURS = "D-culture";
    protected static final String THEIRS = "D-veterans";
    protected static final String CENTRE = "C341282000000";
    protected static final Caller HANDLER = staff("wl-handler1", new Post(OURS, Role.HANDLER));
    protected static final Caller COLLEAGUE = staff("wl-handler2", new Post(OURS, Role.HANDLER));
    protected static final Caller OTHERS = staff("tj-handler1", new Post(THEIRS, Role.HANDLER));
    protected static final Caller DISPATCHER = staff("dispatcher1", new Post(CENTRE, Role.DISPATCHER));
    protected static final Caller SUPERVISOR = staff("supervisor1", new Post(CENTRE, Role.SUPERVISOR));
    protected static final Caller AGENT = staff("followup1", new Post(CENTRE, Role.FOLLOW_UP_AGENT));
    protected static final Caller HOTLINE = staff("hotline1", new Post(CENTRE, Role.HOTLINE_AGENT));
    protected static final Caller ASSESSOR = staff("assessor1", new Post(CENTRE, Role.ASSESSOR));

    // A Monday morning of a month whose holidays are known.
    private static final Instant BEGIN = Instant.parse("2026-03-02T01:00:00Z");

    @Inject
    protected CityDirectory cities;

    @Inject
    protected TenantSql sql;

    @Inject
    protected SubmissionFlow submissions;

    @Inject
    protected IntakeFlow intake;

    @Inject
    protected DispatchFlow dispatch;

    @Inject
    protected HandlingFlow handling;

    @Inject
    protected ExtensionFlow extension;

    @Inject
    protected VerdictFlow verdict;

    @Inject
    protected AppellantFlow appellant;

    protected City city;
    protected Caller resident;
    private Instant now;

    @BeforeEach
    void aMondayMorning() {
        city = cities.byId(CITY);
        resident = someone();
        now = BEGIN;
    }

    protected static Caller someone() {
        return new Caller(CITY, ActorKind.RESIDENT, UUID.randomUUID().toString(), "居民", Set.of(), Surface.MINI_PROGRAM);
    }

    protected static Caller staff(String login, Post... posts) {
        return new Caller(CITY, ActorKind.STAFF, login, login, Set.of(posts), Surface.CONSOLE);
    }

    /** A case and the version somebody last saw. */
    public static final class Matter {
        public final String number;
        public final UUID id;
        public int version;

        private Matter(CaseReceipt receipt) {
            number = receipt.number();
            id = receipt.caseId();
            version = receipt.version();
        }

        private void saw(CaseReceipt receipt) {
            version = receipt.version();
        }
    }

    protected void later(Duration time) {
        now = now.plus(time);
    }

    /** Somewhere else in time. */
    protected void at(Instant moment) {
        now = moment;
    }

    protected Instant now() {
        return now;
    }

    protected <T> T take(Supplier<Uni<T>> act) {
        later(Duration.ofMinutes(1));
        return await(() -> {
            AsOf.set(now);
            return act.get();
        });
    }

    protected void step(Matter matter, Supplier<Uni<CaseReceipt>> act) {
        matter.saw(take(act));
    }

    protected void refused(String code, Supplier<? extends Uni<?>> act) {
        assertThatThrownBy(() -> take(() -> act.get().map(done -> (Object) done)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    protected Matter submitted() {
        return submittedBy(resident);
    }

    protected Matter submittedBy(Caller who) {
        Submission typed = new Submission(
                "REQUEST", "urban.streetlight", "路灯整晚不亮", "东环路北段路灯坏了一个星期，孩子放学看不清路。", "341282002000", null, null, null,
                List.of(), "PUBLIC", false, "张三", "13800001234");
        return new Matter(take(() -> submissions.submit(who, IdempotencyKey.of(UUID.randomUUID().toString()), typed)));
    }

    protected Matter accepted() {
        Matter it = submitted();
        step(it, () -> intake.accept(DISPATCHER, it.number, it.version, new Classification("urban.streetlight", "NORMAL", "PUBLIC")));
        return it;
    }

    protected Matter dispatched() {
        Matter it = accepted();
        dispatch(it, OURS);
        return it;
    }

    protected void dispatch(Matter it, String unit) {
        step(it, () -> dispatch.dispatch(DISPATCHER, it.number, it.version, unit, List.of(), null));
    }

    protected Matter started() {
        Matter it = dispatched();
        step(it, () -> handling.start(HANDLER, it.number, it.version, null));
        return it;
    }

    protected Matter finished() {
        Matter it = started();
        finish(it, HANDLER);
        return it;
    }

    protected void finish(Matter it, Caller who) {
        step(it, () -> handling.finish(who, it.number, it.version, "经现场查看，线路老化，已更换修复。"));
    }

    /** Reached, and what they said. */
    protected static FollowUp said(RatingLevel level) {
        return new FollowUp(true, true, !level.isLow(), level, null);
    }

    protected static FollowUp unreached() {
        return new FollowUp(false, false, false, null, null);
    }

    protected void called(Matter it, FollowUp answer) {
        step(it, () -> verdict.followUp(AGENT, it.number, it.version, answer));
    }

    protected void rated(Matter it, RatingLevel level) {
        step(it, () -> verdict.rate(resident, it.number, rating(level)));
    }

    protected static RatingGiven rating(RatingLevel level) {
        return new RatingGiven(level, List.of(), null);
    }

    protected void closed(Matter it) {
        step(it, () -> verdict.close(AGENT, it.number, it.version));
    }

    /** The difference it makes to our bureau's counts of the month; nothing is an empty map. */
    protected Map<String, Long> effect(Runnable trick) {
        return effectOn(OURS, trick);
    }

    protected Map<String, Long> effectOn(String unit, Runnable trick) {
        Map<String, Long> before = counts(unit);
        trick.run();
        Map<String, Long> difference = new TreeMap<>(counts(unit));
        before.forEach((name, number) -> difference.merge(name, -number, Long::sum));
        difference.values().removeIf(number -> number == 0);
        return difference;
    }

    private Map<String, Long> counts(String unit) {
        Period month = Period.parse("m2026-03", AssessmentRules.of(city)).orElseThrow();
        return await(() -> LiveCounts.of(sql, city, month, unit));
    }
}
