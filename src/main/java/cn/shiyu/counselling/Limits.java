package cn.shiyu.counselling;

import cn.shiyu.clock.Calendars;
import cn.shiyu.tenancy.City;
import java.time.Instant;

/** When the counsellor of something written now is reminded, and when it is late: in the city's working days. */
record Limits(Instant remindAt, Instant dueAt) {

    static Limits from(Calendars calendars, City city, Instant now) {
        CounsellingSettings settings = CounsellingSettings.of(city);
        Instant due = calendars.of(city).plus(now, settings.answer());
        Instant remind = calendars.of(city).plus(now, settings.remind());
        return new Limits(remind.isBefore(due) ? remind : due, due);
    }
}
