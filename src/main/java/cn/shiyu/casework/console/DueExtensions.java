package cn.shiyu.casework.console;

import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.Times;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/** How much time is left, in the words of somebody in a hurry: {@code {item.dueAt.remaining}} 剩2小时, 已超期1天. */
@TemplateExtension
final class DueExtensions {

    private DueExtensions() {}

    static String remaining(Instant due) {
        return remaining(due, Arc.container().instance(Clock.class).get().instant());
    }

    /** Whole days, hours or minutes, rounded down, at least one minute. */
    static String remaining(Instant due, Instant now) {
        return Messages.get(now.isAfter(due) ? "console.over" : "console.left", amount(Duration.between(due, now).abs()));
    }

    /** Midnight is the end of a day, not the start of the next: 2027-01-11 24:00, as the law says it. */
    static String endOfDay(Instant due) {
        boolean midnight = due.atZone(Times.ZONE).toLocalTime().equals(LocalTime.MIDNIGHT);
        return midnight ? Times.day(due.minusSeconds(1)) + " 24:00" : Times.minute(due);
    }

    private static String amount(Duration away) {
        if (away.toDays() > 0) {
            return Messages.get("console.days", away.toDays());
        }
        return away.toHours() > 0
                ? Messages.get("console.hours", away.toHours())
                : Messages.get("console.minutes", Math.max(1, away.toMinutes()));
    }
}
