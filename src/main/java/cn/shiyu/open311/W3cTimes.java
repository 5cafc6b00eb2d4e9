package cn.shiyu.open311;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times as the W3C's note writes them: with an offset, or a day alone, which is the city's. Years 1970 to 2199. */
public final class W3cTimes {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter OUT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private W3cTimes() {}

    /** A day alone counts from its start. @throws DateTimeException when it is no such time */
    static Instant start(String sent) {
        return sent.length() == 10 ? LocalDate.parse(sent).atStartOfDay(ZONE).toInstant() : exact(sent);
    }

    /** A day alone counts to its end. @throws DateTimeException when it is no such time */
    static Instant end(String sent) {
        return sent.length() == 10
                ? LocalDate.parse(sent)
                        .plusDays(1)
                        .atStartOfDay(ZONE)
                        .toInstant()
                        .minusMillis(1)
                : exact(sent);
    }

    private static Instant exact(String sent) {
        // An unescaped plus of an offset arrives as a blank.
        OffsetDateTime time = OffsetDateTime.parse(sent.replace(' ', '+'));
        if (time.getYear() < 1970 || time.getYear() > 2199) {
            throw new DateTimeException("beyond what the database and reason hold");
        }
        return time.toInstant();
    }

    /** To the second, with the city's offset; null stays null. */
    public static String text(Instant at) {
        return at == null
                ? null
                : OUT.format(at.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE).toOffsetDateTime());
    }
}
