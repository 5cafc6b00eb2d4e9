package cn.shiyu.clock;

import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantFiles;
import cn.shiyu.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The working calendar of each city, read once from its tenant file and the holidays beside it. */
@ApplicationScoped
public class Calendars {

    @Inject
    TenantFiles files;

    private final Map<TenantId, WorkCalendar> read = new ConcurrentHashMap<>();

    /** @throws IllegalStateException when section {@code calendar} or its holidays are missing or malformed */
    public WorkCalendar of(City city) {
        return read.computeIfAbsent(city.id(), ignored -> read(city));
    }

    private WorkCalendar read(City city) {
        CalendarSection section = city.section("calendar", CalendarSection.class);
        try (InputStream csv = files.open(section.holidays())) {
            return section.with(HolidayFile.read(csv));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("the calendar of " + city.id() + " cannot be read", e);
        }
    }
}
