package cn.shiyu.clock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A clock as pages and JSON show it. Instants in UTC.
 *
 * @param title Chinese name of what it watches over: 办理
 * @param limit Chinese: 5个工作日
 * @param outcome null while open
 * @param provisional the end rests on holidays not announced yet
 * @param why plain Chinese, a line a step: 为什么是这个时间
 */
public record ClockView(
        UUID id,
        ClockKind kind,
        String title,
        String limit,
        String source,
        ClockState state,
        Light light,
        Instant startedAt,
        Instant warnAt,
        Instant dueAt,
        Instant stoppedAt,
        ClockOutcome outcome,
        boolean provisional,
        List<String> why) {

    public static ClockView of(CaseClock clock, WorkCalendar calendar, Instant now) {
        return new ClockView(
                clock.id(),
                clock.kind(),
                clock.kind().title(),
                clock.limit().words(),
                clock.ruleSource(),
                clock.state(),
                clock.light(now),
                clock.startedAt(),
                clock.warnAt(),
                clock.dueAt(),
                clock.stoppedAt(),
                clock.outcome(),
                clock.isProvisional(),
                clock.explain(calendar));
    }
}
