package cn.shiyu.clock;

import cn.shiyu.tenancy.TestCities;

/** Calendars of cities without starting anything. */
public final class TestCalendars {

    private TestCalendars() {}

    public static Calendars fresh() {
        Calendars calendars = new Calendars();
        calendars.files = TestCities.files();
        return calendars;
    }
}
