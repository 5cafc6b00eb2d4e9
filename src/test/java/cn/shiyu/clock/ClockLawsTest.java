package cn.shiyu.clock;

import static cn.shiyu.clock.ClockFixtures.CALENDAR;
import static cn.shiyu.clock.ClockFixtures.at;
import static cn.shiyu.clock.ClockFixtures.clock;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every start, limit and pause, checked on thousands of them over two announced years and one that is not. */
class ClockLawsTest {

    private static final long FIRST = at("2025-01-01 00:00").getEpochSecond();
    private static final long LAST = at("2027-06-30 23:59").getEpochSecond();

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(FIRST, LAST).map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<Limit> limits() {
        return Combinators.combine(Arbitraries.integers().between(1, 60), Arbitraries.of(LimitUnit.class))
                .as(Limit::new);
    }

    @Provide
    Arbitrary<List<Integer>> minutes() {
        return Arbitraries.integers().between(0, 20_000).list().ofMinSize(1).ofMaxSize(7);
    }

    @Property
    void isNeverDueBeforeItStarts(@ForAll("instants") Instant start, @ForAll("limits") Limit limit) {
        CaseClock clock = clock(limit, start);
        assertThat(clock.dueAt()).isAfter(start);
        assertThat(clock.warnAt()).isBetween(start, clock.dueAt());
    }

    @Property
    void isDueNoEarlierForALaterStartOrALongerLimit(
            @ForAll("instants") Instant one, @ForAll("instants") Instant other, @ForAll("limits") Limit limit) {
        Instant early = one.isBefore(other) ? one : other;
        Instant late = one.isBefore(other) ? other : one;
        Limit longer = new Limit(limit.amount() + 1, limit.unit());
        assertThat(CALENDAR.plus(early, limit)).isBeforeOrEqualTo(CALENDAR.plus(late, limit));
        assertThat(CALENDAR.plus(early, limit)).isBeforeOrEqualTo(CALENDAR.plus(early, longer));
    }

    @Property
    void neverShortensByAPause(
            @ForAll("instants") Instant start,
            @ForAll("limits") Limit limit,
            @ForAll @IntRange(max = 50_000) int before,
            @ForAll @IntRange(max = 50_000) int paused) {
        CaseClock clock = clock(limit, start);
        Instant due = clock.dueAt();
        Instant from = start.plus(Duration.ofMinutes(before));
        clock.pause("等您补充材料", from);
        clock.resume(CALENDAR, from.plus(Duration.ofMinutes(paused)));
        assertThat(clock.dueAt()).isAfterOrEqualTo(due);
    }

    @Property
    void countsBackWhatItAdded(@ForAll("instants") Instant start, @ForAll @IntRange(min = 1, max = 400) int amount) {
        for (LimitUnit unit : List.of(LimitUnit.HOURS, LimitUnit.WORKING_HOURS, LimitUnit.WORKING_DAYS)) {
            Limit limit = new Limit(amount, unit);
            Reckoning reckoning = CALENDAR.reckoning();
            assertThat(reckoning.count(start, CALENDAR.plus(start, limit), unit)).isEqualTo(limit.quanta());
        }
    }

    @Property
    void endsDaysOnAWorkingDay(@ForAll("instants") Instant start, @ForAll @IntRange(min = 1, max = 100) int days) {
        Instant working = CALENDAR.plus(start, Limit.workingDays(days));
        Instant calendar = CALENDAR.plus(start, Limit.calendarDays(days)).minusSeconds(1);
        assertThat(CALENDAR.isWorkingDay(CALENDAR.date(working))).isTrue();
        assertThat(CALENDAR.isWorkingDay(CALENDAR.date(calendar))).isTrue();
    }

    @Property
    void storesIntervalsThatAddUpToWhatElapsed(
            @ForAll("instants") Instant start, @ForAll("limits") Limit limit, @ForAll("minutes") List<Integer> steps) {
        CaseClock clock = clock(limit, start);
        Instant now = start;
        for (int step : steps) {
            now = now.plus(Duration.ofMinutes(step));
            toggle(clock, now);
        }
        clock.stop(CALENDAR, now);
        Duration sum = clock.intervals().stream()
                .map(interval -> Duration.between(interval.from(), interval.to()))
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(sum).isEqualTo(Duration.between(start, now));
    }

    @Property
    void alwaysExplainsItself(
            @ForAll("instants") Instant start, @ForAll("limits") Limit limit, @ForAll("minutes") List<Integer> steps) {
        CaseClock clock = clock(limit, start);
        Instant now = start;
        for (int step : steps) {
            now = now.plus(Duration.ofMinutes(step));
            toggle(clock, now);
            assertThat(clock.explain(CALENDAR)).hasSizeGreaterThan(3).noneMatch(String::isBlank);
        }
    }

    private static void toggle(CaseClock clock, Instant now) {
        if (clock.isRunning()) {
            clock.pause("等您补充材料", now);
        } else {
            clock.resume(CALENDAR, now);
        }
    }
}
