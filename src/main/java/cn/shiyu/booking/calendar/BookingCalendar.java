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
import cn.shiyu.booking.BookingStatus;
import cn.shiyu.booking.BookingView;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
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
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//shiyu//booking//ZH");
        calendar.setMethod(Method.publish());
        calendar.getTimezoneInfo().setDefaultTimezone(new TimezoneAssignment(TimeZone.getTimeZone(ZONE), zone()));
        calendar.addEvent(event(city, booking));
        return Biweekly.write(calendar).go();
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

    private VEvent event(City city, BookingView booking) {
        VEvent event = new VEvent();
        event.setUid(booking.id() + "@" + city.hosts().get(0));
        event.setSequence(booking.version());
        event.setDateTimeStamp(date(clock.instant()));
        event.setDateStart(date(booking.start()), true);
        event.setDateEnd(date(booking.end()), true);
        event.setSummary(booking.service() + " · " + booking.bookableName());
        event.setLocation(booking.place());
        event.setDescription(Messages.get("booking.mode." + booking.mode()));
        event.setStatus(status(booking.status()));
        if (booking.isOpen()) {
            Trigger before = new Trigger(Duration.builder().prior(true).minutes(REMIND_MINUTES).build(), Related.START);
            event.addAlarm(VAlarm.display(before, booking.service()));
        }
        return event;
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
