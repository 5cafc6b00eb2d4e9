package cn.shiyu.clock;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Section {@code calendar} of a tenant file. @param holidays the file of announced days beside the tenant file */
record CalendarSection(ZoneId zone, String holidays, List<OfficeFrame> officeHours, Set<DayOfWeek> weekend) {

    WorkCalendar with(List<SpecialDay> announced) {
        return new WorkCalendar(zone, weekend, officeHours, announced);
    }
}
