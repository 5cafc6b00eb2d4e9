package cn.shiyu.clock;

import cn.shiyu.tenancy.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A calendar of real announced days (2025 and 2026; 2027 is not announced) and clocks on it. */
final class ClockFixtures {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    static final WorkCalendar CALENDAR = calendarWith();
    static final TenantId TENANT = new TenantId("jieshou");

    private ClockFixtures() {}

    /** The real days, and those given. */
    static WorkCalendar calendarWith(SpecialDay... more) {
        try (InputStream csv = ClockFixtures.class.getResourceAsStream("/clock/holidays-2025-2026.csv")) {
            return new WorkCalendar(
                    SHANGHAI,
                    Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                    List.of(frame("08:30", "12:00"), frame("14:00", "17:30")),
                    Stream.concat(HolidayFile.read(csv).stream(), Stream.of(more)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OfficeFrame frame(String from, String to) {
        return new OfficeFrame(LocalTime.parse(from), LocalTime.parse(to));
    }

    /** Local time of the city: "2026-09-30 16:20". */
    static Instant at(String local) {
        return LocalDateTime.parse(local, MINUTE).atZone(SHANGHAI).toInstant();
    }

    static String local(Instant instant) {
        return MINUTE.format(instant.atZone(SHANGHAI));
    }

    static LimitRule rule(Limit limit) {
        return new LimitRule(ClockKind.HANDLE, null, limit.amount(), limit.unit(), null, "本市热线办理规程第八条");
    }

    static CaseClock clock(Limit limit, String start) {
        return clock(limit, at(start));
    }

    static CaseClock clock(Limit limit, Instant start) {
        return clock(rule(limit), start);
    }

    static CaseClock clock(LimitRule rule, Instant start) {
        ClockSubject subject = ClockSubject.ofCase(UUID.randomUUID());
        return CaseClock.start(TENANT, UUID.randomUUID(), subject, rule, CALENDAR, start);
    }
}
