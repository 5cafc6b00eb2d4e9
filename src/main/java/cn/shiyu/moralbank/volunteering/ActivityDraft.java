package cn.shiyu.moralbank.volunteering;

import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An activity as an organiser typed it.
 *
 * @param day and {@code from}, {@code to}: 2026-11-28, 09:00, 11:30 in the city's zone
 * @param until last day to sign up, blank for the day itself
 * @param budget account that pays, blank for the nearest that can
 */
public record ActivityDraft(
        String kind, String title, String words, String place, String region, String day, String from, String to, String until,
        String capacity, String budget) {

    private static final int TITLE = 60;
    private static final int WORDS = 2_000;
    private static final int PLACE = 100;
    private static final int MOST = 5_000;
    private static final int AHEAD_DAYS = 365;

    /** The same, read. */
    record Checked(
            String kind, String title, String words, String place, String region, Instant starts, Instant ends, Instant signUpUntil,
            int capacity, UUID budget) {}

    /** @throws Refusal 422 naming every field at fault */
    Checked check(VolunteeringSettings settings, ZoneId zone, Instant now) {
        List<FieldError> wrong = new ArrayList<>();
        refuse(wrong, "kind", settings.activity(kind).isEmpty());
        refuse(wrong, "title", stripped(title).isEmpty() || stripped(title).length() > TITLE);
        refuse(wrong, "words", stripped(words).isEmpty() || stripped(words).length() > WORDS);
        refuse(wrong, "place", stripped(place).isEmpty() || stripped(place).length() > PLACE);
        LocalDate on = day(day);
        LocalTime begin = time(from);
        LocalTime end = time(to);
        LocalDate last = stripped(until).isEmpty() ? on : day(until);
        refuse(wrong, "day", on == null || on.isAfter(LocalDate.ofInstant(now, zone).plusDays(AHEAD_DAYS)));
        refuse(wrong, "from", begin == null);
        refuse(wrong, "to", end == null || begin != null && !end.isAfter(begin));
        refuse(wrong, "until", last == null || on != null && last.isAfter(on));
        int room = number(capacity);
        refuse(wrong, "capacity", room < 1 || room > MOST);
        UUID payer = id(budget);
        refuse(wrong, "budget", payer == null && !stripped(budget).isEmpty());
        if (wrong.isEmpty() && !on.atTime(begin).atZone(zone).toInstant().isAfter(now)) {
            refuse(wrong, "day", true);
        }
        if (!wrong.isEmpty()) {
            throw Refusal.badInput(wrong);
        }
        Instant starts = on.atTime(begin).atZone(zone).toInstant();
        Instant closing = last.plusDays(1).atStartOfDay(zone).toInstant();
        return new Checked(
                kind, stripped(title), stripped(words), stripped(place), region, starts, on.atTime(end).atZone(zone).toInstant(),
                closing.isAfter(starts) ? starts : closing, room, payer);
    }

    private static void refuse(List<FieldError> wrong, String field, boolean when) {
        if (when) {
            wrong.add(new FieldError(field, Messages.get("earn.refusal.draft." + field)));
        }
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(stripped(text));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(stripped(text));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(String text) {
        return stripped(text).matches("[0-9]{1,6}") ? Integer.parseInt(stripped(text)) : 0;
    }

    private static UUID id(String text) {
        try {
            return stripped(text).isEmpty() ? null : UUID.fromString(stripped(text));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
