package cn.shiyu.booking.console;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/** What stands in addresses and forms, read. */
final class Typed {

    private Typed() {}

    /** @throws Refusal 404 for what is no id */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }

    /** The day, or that one where none was named. @throws Refusal 404 for what is no day within reason */
    static LocalDate day(String text, LocalDate otherwise) {
        try {
            LocalDate day = text == null || text.isBlank() ? otherwise : LocalDate.parse(text);
            if (day.isBefore(otherwise.minusYears(5)) || day.isAfter(otherwise.plusYears(5))) {
                throw Refusal.notFound();
            }
            return day;
        } catch (DateTimeException e) {
            throw Refusal.notFound();
        }
    }

    /** Null for what is no time of day. */
    static LocalTime time(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalTime.parse(text.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** 周一 23日 */
    static String brief(LocalDate day) {
        return Messages.get("desk.weekday." + day.getDayOfWeek()) + " " + Messages.get("desk.dayOf", day.getDayOfMonth());
    }

    /** Whether the same form may come back with what was wrong. */
    static boolean isCorrectable(Throwable failure) {
        return failure instanceof Refusal refusal && (refusal.status() == 422 || refusal.status() == 409);
    }
}
