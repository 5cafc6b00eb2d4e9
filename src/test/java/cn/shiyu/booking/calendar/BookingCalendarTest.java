package cn.shiyu.booking.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.booking.BookingStatus;
import cn.shiyu.booking.BookingView;
import cn.shiyu.booking.CalendarEntry;
import cn.shiyu.booking.CalendarFeedQueries;
import cn.shiyu.booking.Mode;
import cn.shiyu.booking.ServiceOffer;
import cn.shiyu.tenancy.TestCities;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/** Read by ical4j, which had no part in writing it. */
class BookingCalendarTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant START = ZonedDateTime.of(2026, 11, 24, 9, 0, 0, 0, SHANGHAI).toInstant();
    private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");

    @Test
    void isReadByAnotherLibraryAsTheSameMomentAndPlace() throws Exception {
        VEvent event = read(written(BookingStatus.CONFIRMED, 3));
        assertThat(instant(event, Property.DTSTART)).isEqualTo(START);
        assertThat(instant(event, Property.DTEND)).isEqualTo(START.plusSeconds(1800));
        assertThat(text(event, Property.SUMMARY)).isEqualTo("法律咨询，合同; 劳动\\劳务 · 周明远律师");
        assertThat(text(event, Property.LOCATION)).isEqualTo("东城街道综治中心二楼, 法律服务室");
        assertThat(text(event, Property.UID)).isEqualTo(ID + "@jieshou.localhost");
        assertThat(text(event, Property.SEQUENCE)).isEqualTo("3");
        assertThat(text(event, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(event.getAlarms()).hasSize(1);
    }

    @Test
    void keepsItsNameWhenItIsCancelledSoThatTheEntryChanges() throws Exception {
        VEvent event = read(written(BookingStatus.CANCELLED, 4));
        assertThat(text(event, Property.UID)).isEqualTo(ID + "@jieshou.localhost");
        assertThat(text(event, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(text(event, Property.SEQUENCE)).isEqualTo("4");
        assertThat(event.getAlarms()).isEmpty();
    }

    @Test
    void saysTheCitysZoneAndNothingOfWhatItIsAbout() {
        String text = written(BookingStatus.CONFIRMED, 0);
        assertThat(text).contains("TZID=Asia/Shanghai", "BEGIN:VTIMEZONE", "20261124T090000");
        assertThat(text).doesNotContain("13800001234", "离婚");
        assertThat(text.split("\r\n")).allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75 * 3);
    }

    @Test
    void comesThroughTheOtherLibraryAndBackUnchanged() throws Exception {
        Calendar first = calendar(written(BookingStatus.CONFIRMED, 1));
        StringWriter again = new StringWriter();
        new CalendarOutputter(false).output(first, again);
        VEvent event = read(again.toString());
        assertThat(instant(event, Property.DTSTART)).isEqualTo(START);
        assertThat(text(event, Property.SUMMARY)).isEqualTo("法律咨询，合同; 劳动\\劳务 · 周明远律师");
    }

    @Test
    void saysNothingButTheTimeWhereSomebodySeesACounsellor() throws Exception {
        CalendarEntry entry = new CalendarEntry(
                ID, offer("COUNSELLOR").isDiscreet(), "心理咨询", "许静咨询师", "心理咨询室", Mode.VIDEO, START, START.plusSeconds(1800),
                BookingStatus.CONFIRMED, 0);
        assertThat(offer("LEGAL_ADVISOR").isDiscreet()).isFalse();
        BookingCalendar calendar = new BookingCalendar();
        calendar.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        String text = calendar.of(TestCities.jieshou(), new CalendarFeedQueries.Feed(UUID.randomUUID(), true, List.of(entry)));
        assertThat(text(read(text), Property.SUMMARY)).isEqualTo("预约");
        assertThat(text).doesNotContain("心理", "咨询", "许静", "LOCATION", "DESCRIPTION");
    }

    private static ServiceOffer offer(String kind) {
        return new ServiceOffer("talk", "谈话", kind, 30, 0, List.of(Mode.IN_PERSON), 14, 60, 60, false, null, null);
    }

    private static String written(BookingStatus status, int version) {
        BookingCalendar calendar = new BookingCalendar();
        calendar.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return calendar.of(TestCities.jieshou(), new BookingView(
                ID, UUID.randomUUID(), "周明远律师", "东城街道综治中心二楼, 法律服务室", "legal-talk", "法律咨询，合同; 劳动\\劳务", Mode.IN_PERSON,
                START, START.plusSeconds(1800), status, null, START.minusSeconds(7200), "居民", false, null, null, "13800001234", "离婚", version));
    }

    private static Calendar calendar(String text) throws Exception {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static VEvent read(String text) throws Exception {
        return (VEvent) calendar(text).getComponent(Component.VEVENT).orElseThrow();
    }

    private static String text(VEvent event, String property) {
        return event.getProperty(property).map(one -> one.getValue()).orElse(null);
    }

    private static Instant instant(VEvent event, String property) {
        net.fortuna.ical4j.model.property.DateProperty<?> date =
                (net.fortuna.ical4j.model.property.DateProperty<?>) event.getProperty(property).orElseThrow();
        Temporal value = date.getDate();
        return value instanceof ZonedDateTime zoned ? zoned.toInstant() : Instant.from(value);
    }
}
