package cn.shiyu.clock;

import static cn.shiyu.clock.ClockFixtures.at;
import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.support.Databases;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantTx;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On real PostgreSQL: every deadline is told exactly once, whatever happens. */
@QuarkusTest
class DeadlineSweeperIT {

    // Years ahead: the application's own sweeper, which goes by the real time, keeps out of it.
    private static final Instant START = at("2046-07-09 10:00");
    private static final Instant LATER = at("2046-08-09 10:00");

    @Inject
    CityDirectory cities;

    @Inject
    TenantTx tx;

    @Inject
    Clocks clocks;

    @Inject
    DeadlineSweeper sweeper;

    @Inject
    TestListener listener;

    private City city;

    @BeforeEach
    void choosesACity() {
        city = cities.byId(new TenantId("jieshou"));
    }

    @AfterEach
    void heals() {
        listener.heal();
    }

    @Test
    void tellsEachDeadlineOnceWithTwoSweepersAtOnce() {
        List<ClockSubject> subjects = Stream.generate(this::running).limit(30).toList();
        await(() -> Uni.join().all(sweep(LATER), sweep(LATER)).andFailFast());
        assertThat(subjects).allSatisfy(subject -> assertThat(kindsHeard(subject))
                .containsExactlyInAnyOrder(DeadlineKind.WARN, DeadlineKind.BREACH));
        await(() -> sweep(LATER));
        assertThat(listener.heardOf(subjects.get(0))).hasSize(2);
    }

    @Test
    void tellsAgainOnceAfterACrashBetweenClaimAndCommit() throws SQLException {
        ClockSubject subject = running();
        UUID deadline = firstDeadline(subject);
        assertThatThrownBy(() -> await(() -> tx.inTx(city.id(), session -> new Deadlines(session, city.id())
                        .claim(deadline, LATER)
                        .chain(claimed -> Uni.createFrom().failure(new IllegalStateException("the power fails"))))))
                .hasMessage("the power fails");
        await(() -> sweep(LATER));
        await(() -> sweep(LATER));
        assertThat(kindsHeard(subject)).containsExactlyInAnyOrder(DeadlineKind.WARN, DeadlineKind.BREACH);
    }

    @Test
    void putsOffWhatAListenerCannotTakeAndTellsTheOthers() {
        ClockSubject bad = running();
        ClockSubject good = running();
        listener.failFor(bad);
        await(() -> sweep(LATER));
        assertThat(listener.heardOf(bad)).isEmpty();
        assertThat(listener.heardOf(good)).hasSize(2);

        listener.heal();
        await(() -> sweep(LATER.plusSeconds(10)));
        assertThat(listener.heardOf(bad)).isEmpty();
        await(() -> sweep(LATER.plus(Duration.ofMinutes(1))));
        assertThat(listener.heardOf(bad)).hasSize(2);
    }

    @Test
    void tellsNothingOfWhatWasDoneInTime() {
        ClockSubject subject = running();
        await(() -> tx.inTx(city.id(), session ->
                clocks.stop(session, city, subject, ClockKind.ACCEPT, START.plusSeconds(60))));
        await(() -> sweep(LATER));
        assertThat(listener.heardOf(subject)).isEmpty();
    }

    @Test
    void tellsOfAMissedEndThoughTheWorkIsDoneBeforeAnyoneLooked() {
        ClockSubject subject = running();
        await(() -> tx.inTx(city.id(), session -> clocks.stop(session, city, subject, ClockKind.ACCEPT, LATER)));
        await(() -> sweep(LATER.plusSeconds(5)));
        assertThat(kindsHeard(subject)).containsExactly(DeadlineKind.BREACH);
    }

    @Test
    void tellsNothingWhileAClockIsPausedAndTheNewTimesAfterIt() {
        ClockSubject subject = running();
        await(() -> tx.inTx(city.id(), session ->
                clocks.pauseAll(session, city, subject, "等您补充材料", START.plusSeconds(60))));
        await(() -> sweep(LATER));
        assertThat(listener.heardOf(subject)).isEmpty();
        await(() -> tx.inTx(city.id(), session -> clocks.resumeAll(session, city, subject, LATER)));
        await(() -> sweep(LATER.plus(Duration.ofDays(30))));
        assertThat(listener.heardOf(subject)).hasSize(2).allMatch(fired -> fired.passedAt().isAfter(LATER));
    }

    @Test
    void tellsOneCityNothingOfAnother() {
        ClockSubject subject = running();
        await(() -> sweeper.sweep(new TenantId("liaocheng"), LATER));
        assertThat(listener.heardOf(subject)).isEmpty();
    }

    private ClockSubject running() {
        ClockSubject subject = new ClockSubject(TestListener.TYPE, UUID.randomUUID());
        await(() -> tx.inTx(city.id(), session ->
                clocks.start(session, city, subject, ClockKind.ACCEPT, ClockFacts.UNKNOWN, START)));
        return subject;
    }

    private Uni<Integer> sweep(Instant now) {
        return sweeper.sweep(city.id(), now);
    }

    private List<DeadlineKind> kindsHeard(ClockSubject subject) {
        return listener.heardOf(subject).stream().map(FiredDeadline::kind).toList();
    }

    private UUID firstDeadline(ClockSubject subject) throws SQLException {
        try (Connection database = Databases.asApplicationIn("jieshou")) {
            return UUID.fromString(Databases.column(
                            database,
                            "select deadline_id from deadline join clock using (tenant_id, clock_id)"
                                    + " where subject_id = ? order by deadline.due_at",
                            subject.id())
                    .get(0));
        }
    }
}
