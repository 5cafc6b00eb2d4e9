package cn.shiyu.platform.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** How templates show an instant (stored in UTC): {@code {case.filedAt.local}}, always in Asia/Shanghai. */
@TemplateExtension
final class TimeExtensions {

    private static final DateTimeFormatter MACHINE = DateTimeFormatter.ISO_INSTANT;

    private TimeExtensions() {}

    /** 2026-11-23 10:05 */
    static String local(Instant instant) {
        return Times.minute(instant);
    }

    /** 2026-11-23 */
    static String localDate(Instant instant) {
        return Times.day(instant);
    }

    /** 11月23日 10:05; 2019-02-28 in another year */
    static String brief(Instant instant) {
        return Times.brief(instant, now());
    }

    /** 3分钟前, 2小时后 */
    static String ago(Instant instant) {
        return Times.distance(instant, now());
    }

    static boolean isPast(Instant instant) {
        return instant.isBefore(now());
    }

    /** For the attribute {@code datetime}. */
    static String machine(Instant instant) {
        return MACHINE.format(instant);
    }

    /** 2026年11月23日 */
    static String words(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static Instant now() {
        return Arc.container().instance(Clock.class).get().instant();
    }
}
