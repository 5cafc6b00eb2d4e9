package cn.shiyu.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Times as a source writes them. A date alone is the start of its day; what names no zone is in the mapping's. */
final class SourceTime {

    /** Of times that name none. */
    static final String ZONE = "Asia/Shanghai";

    /** 2019-04-25T09:32:09, 2019-04-25 09:32, 2019-04-25, each with an offset or without. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final DateTimeFormatter format;
    private final ZoneId zone;

    private SourceTime(DateTimeFormatter format, ZoneId zone) {
        this.format = format;
        this.zone = zone;
    }

    /** @throws IllegalArgumentException for a pattern that is none, DateTimeException for a zone that is none */
    static SourceTime of(ImportMapping.Time time) {
        boolean iso = time.format() == null || time.format().isBlank() || time.format().equalsIgnoreCase("iso");
        // uuuu, since strict resolving wants an era with yyyy; people write yyyy.
        DateTimeFormatter format = iso
                ? ISO
                : DateTimeFormatter.ofPattern(time.format().replace("yyyy", "uuuu"), Locale.CHINA)
                        .withResolverStyle(ResolverStyle.STRICT);
        return new SourceTime(format, ZoneId.of(time.zone() == null ? ZONE : time.zone()));
    }

    /** @throws DateTimeException when it is no time, or none there is: 2019-02-29 */
    Instant read(String text) {
        TemporalAccessor read = format.parseBest(
                text.strip(), ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (read instanceof LocalDateTime local) {
            return local.atZone(zone).toInstant();
        }
        if (read instanceof LocalDate day) {
            return day.atStartOfDay(zone).toInstant();
        }
        return Instant.ofEpochSecond(read.getLong(ChronoField.INSTANT_SECONDS), read.get(ChronoField.NANO_OF_SECOND));
    }
}
