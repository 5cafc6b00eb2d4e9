package cn.shiyu.booking.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.parameter.Related;
import biweekly.property.Method;
import biweekly.property.Status;
import biweekly.property.Trigger;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.UtcOffset;
import cn.shiyu.booking.BookingSettings;
import cn.shiyu.booking.BookingStatus;
import cn.shiyu.booking.BookingView;
import cn.shiyu.booking.CalendarEntry;
import cn.shiyu.booking.CalendarFeedQueries;
import cn.shiyu.platform.crypto.Sm3;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.TimeZone;

/**
 * A booking as a file for a calendar. The event keeps its UID over moves and cancellation, so that opening a newer file changes
 * the entry instead of adding one. Says the service and the place, never what it is about.
 */
@ApplicationScoped
public class BookingCalendar {

    private static final String ZONE = "Asia/Shanghai";
    private static final int REMIND_MINUTES = 60;

    @Inject
    Clock clock;

    /** @return iCalendar text, lines ended by CRLF and folded */
    public String of(City city, BookingView booking) {
        ICalendar calendar = empty();
        calendar.setMethod(Method.publish());
        calendar.addEvent(event(city, CalendarEntry.of(BookingSettings.of(city), booking), clock.instant()));
        return Biweekly.write(calendar).go();
    }

    /** All of one person, as a calendar app subscribes to them: without alarms, which the app asks its owner about. */
    public String of(City city, CalendarFeedQueries.Feed feed) {
        ICalendar calendar = empty();
        calendar.setName(Messages.get("booking.calendarName"));
        calendar.addExperimentalProperty("X-WR-CALNAME", Messages.get("booking.calendarName"));
        calendar.setRefreshInterval(Duration.builder().hours(1).build());
        Instant now = clock.instant();
        feed.entries().stream().map(entry -> event(city, entry, now)).forEach(event -> {
            event.getAlarms().clear();
            calendar.addEvent(event);
        });
        return Biweekly.write(calendar).go();
    }

    /** Alike as long as nothing in the feed changed; when it was written does not count. */
    public static String tag(CalendarFeedQueries.Feed feed) {
        byte[] digest = Sm3.digest((feed.id() + feed.entries().toString()).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static ICalendar empty() {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//shiyu//booking//ZH");
        calendar.getTimezoneInfo().setDefaultTimezone(new TimezoneAssignment(TimeZone.getTimeZone(ZONE), zone()));
        return calendar;
    }

    /** China has kept one offset since its last summer time, 1991. */
    private static VTimezone zone() {
        UtcOffset eight = new UtcOffset(true, 8, 0);
        StandardTime always = new StandardTime();
        always.setTimezoneOffsetFrom(eight);
        always.setTimezoneOffsetTo(eight);
        always.setDateStart(new DateTimeComponents(1991, 9, 15, 0, 0, 0, false));
        VTimezone zone = new VTimezone(ZONE);
        zone.addStandardTime(always);
        return zone;
    }

    private static VEvent event(City city, CalendarEntry booking, Instant now) {
        VEvent event = new VEvent();
        event.setUid(booking.id() + "@" + city.hosts().get(0));
        event.setSequence(booking.version());
        event.setDateTimeStamp(date(now));
        event.setDateStart(date(booking.start()), true);
        event.setDateEnd(date(booking.end()), true);
        say(event, booking);
        event.setStatus(status(booking.status()));
        if (!booking.status().isOver()) {
            Trigger before = new Trigger(Duration.builder().prior(true).minutes(REMIND_MINUTES).build(), Related.START);
            event.addAlarm(VAlarm.display(before, event.getSummary().getValue()));
        }
        return event;
    }

    private static void say(VEvent event, CalendarEntry booking) {
        if (booking.discreet()) {
            event.setSummary(Messages.get("booking.calendarEntry"));
            return;
        }
        event.setSummary(booking.who() == null ? booking.service() : booking.service() + " · " + booking.who());
        event.setLocation(booking.place());
        event.setDescription(Messages.get("booking.mode." + booking.mode()));
    }

    private static Status status(BookingStatus status) {
        return switch (status) {
            case CANCELLED, LAPSED, NO_SHOW -> Status.cancelled();
            case HELD, DISPLACED -> Status.tentative();
            default -> Status.confirmed();
        };
    }

    private static Date date(Instant instant) {
        return Date.from(instant);
    }
}
