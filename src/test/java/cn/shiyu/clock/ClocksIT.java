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
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks as stored on real PostgreSQL, read back by both ways, and what the database itself refuses. */
@QuarkusTest
class ClocksIT {

    private static final TenantId JIESHOU = new TenantId("jieshou");
    private static final TenantId LIAOCHENG = new TenantId("liaocheng");
    private static final Instant START = at("2026-09-30 16:20");

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    TenantTx tx;

    @Inject
    Clocks clocks;

    @Inject
    ClockQueries queries;

    private City city;
    private final ClockSubject subject = new ClockSubject(TestListener.TYPE, UUID.randomUUID());

    @BeforeEach
    void choosesACity() {
        city = cities.byId(JIESHOU);
    }

    @Test
    void readsTheCalendarAndTheLimitsOfEveryCity() {
        assertThat(cities.all()).allSatisfy(one -> {
            assertThat(calendars.of(one).isAnnounced(2026)).isTrue();
            assertThat(LimitRules.of(one).pick(ClockKind.HANDLE, ClockFacts.UNKNOWN))
                    .isPresent();
        });
    }

    @Test
    void readsBackTheWholeLifeOfAClock() {
        change(all -> all.start(ClockKind.HANDLE, ClockFacts.UNKNOWN, START));
        change(all -> all.pauseAll("等您补充材料", at("2026-10-08 10:00")));
        change(all -> all.resumeAll(at("2026-10-10 09:00")));
        change(all -> all.extend(ClockKind.HANDLE, one(all), "情况复杂", at("2026-10-10 10:00")));
        CaseClock stored = stored(JIESHOU).get(0);
        ClockView shown = shown(JIESHOU).get(0);
        assertThat(stored.intervals()).hasSize(3);
        assertThat(stored.extensions()).hasSize(1);
        assertThat(shown.dueAt()).isEqualTo(stored.dueAt());
        assertThat(shown.why()).isEqualTo(stored.explain(calendars.of(city)));
        assertThat(shown.why()).anyMatch(line -> line.contains("等您补充材料"));
    }

    private static Limit one(SubjectClocks all) {
        return new Limit(1, all.open(ClockKind.HANDLE).orElseThrow().limit().unit());
    }

    @Test
    void startsAgainInTheTransactionThatStopped() {
        change(all -> all.start(ClockKind.HANDLE, ClockFacts.UNKNOWN, START));
        change(all -> all.restart(ClockKind.HANDLE, ClockFacts.UNKNOWN, START.plusSeconds(60)));
        assertThat(shown(JIESHOU)).extracting(ClockView::outcome).containsExactly(ClockOutcome.LAPSED, null);
    }

    @Test
    void changesTwiceInOneTransaction() {
        await(() -> tx.inTx(JIESHOU, session -> clocks.start(
                        session, city, subject, ClockKind.HANDLE, ClockFacts.UNKNOWN, START)
                .chain(() -> clocks.pauseAll(session, city, subject, "等您补充材料", START.plusSeconds(60)))));
        assertThat(shown(JIESHOU)).extracting(ClockView::state).containsExactly(ClockState.PAUSED);
    }

    @Test
    void showsOneCityNothingOfAnother() {
        change(all -> all.start(ClockKind.HANDLE, ClockFacts.UNKNOWN, START));
        assertThat(shown(JIESHOU)).hasSize(1);
        assertThat(shown(LIAOCHENG)).isEmpty();
        assertThat(stored(LIAOCHENG)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clock", "clock_interval", "clock_extension", "deadline"})
    void hidesEveryTableFromAnotherCity(String table) throws SQLException {
        change(all -> all.start(ClockKind.HANDLE, ClockFacts.UNKNOWN, START));
        String sql = "select clock_id from " + table + " where tenant_id = 'jieshou'";
        try (Connection liaocheng = Databases.asApplicationIn("liaocheng");
                Connection nobody = Databases.asApplication()) {
            assertThat(Databases.column(liaocheng, sql)).isEmpty();
            assertThat(Databases.column(nobody, sql)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update clock set amount = 99",
                "update clock set rule_source = '另一条'",
                "update clock set started_at = now()",
                "update clock_interval set reason = '别的原因'",
                "update clock_interval set from_at = now()",
                "update clock_extension set amount = 99",
                "delete from clock_interval",
                "delete from clock"
            })
    void letsNobodyRewriteHistory(String sql) throws SQLException {
        try (Connection jieshou = Databases.asApplicationIn("jieshou");
                var statement = jieshou.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void letsNobodyTouchAClosedStretch() throws SQLException {
        change(all -> all.start(ClockKind.HANDLE, ClockFacts.UNKNOWN, START));
        change(all -> all.stopAll(START.plusSeconds(60)));
        try (Connection jieshou = Databases.asApplicationIn("jieshou");
                var statement = jieshou.createStatement()) {
            assertThat(statement.executeUpdate("update clock_interval set counted = 99 where to_at is not null"))
                    .isZero();
        }
    }

    private void change(Consumer<SubjectClocks> work) {
        await(() -> tx.inTx(JIESHOU, session -> clocks.change(session, city, subject, work)));
    }

    private List<CaseClock> stored(TenantId tenant) {
        return await(() -> tx.inTx(tenant, session -> clocks.of(session, tenant, subject)));
    }

    private List<ClockView> shown(TenantId tenant) {
        return await(() -> queries.of(tenant, subject));
    }
}
