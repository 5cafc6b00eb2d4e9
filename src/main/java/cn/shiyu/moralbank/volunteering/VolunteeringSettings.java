package cn.shiyu.moralbank.volunteering;

import cn.shiyu.clock.Limit;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import java.util.List;
import java.util.Optional;

/**
 * Section {@code volunteering} of a tenant file, which a city may leave out: then there is one kind of activity, of deed and no
 * reward for reports.
 *
 * @param activities kinds of activities; each code is one of the bank's rules
 * @param checkInEarly minutes before the start from which codes are taken; 30
 * @param checkOutLate minutes after the end until which they are; 60
 * @param deeds kinds of good deeds; each code is one of the bank's rules
 * @param deedsADay how many deeds one person may tell in a day; 3
 * @param claim how long who did a deed may take to accept what another told; 14 days
 * @param appeal within which a refusal can be appealed against; 10 working days
 * @param reports kinds of cases whose reporters may be rewarded
 */
public record VolunteeringSettings(
        List<Kind> activities,
        Integer checkInEarly,
        Integer checkOutLate,
        List<Kind> deeds,
        Integer deedsADay,
        Limit claim,
        Limit appeal,
        List<Report> reports) {

    public static final String SECTION = "volunteering";

    private static final VolunteeringSettings NONE =
            new VolunteeringSettings(null, null, null, null, null, null, null, null);

    /** @param code of the bank's rules @param name Chinese */
    public record Kind(String code, String name) {}

    /** @param caseKind as {@code HAZARD} @param code of the bank's rules */
    public record Report(String caseKind, String code, String name) {}

    public VolunteeringSettings {
        activities = activities == null || activities.isEmpty()
                ? List.of(new Kind("volunteering", Messages.get("earn.kind.volunteering")))
                : List.copyOf(activities);
        checkInEarly = checkInEarly == null ? 30 : checkInEarly;
        checkOutLate = checkOutLate == null ? 60 : checkOutLate;
        deeds = deeds == null || deeds.isEmpty()
                ? List.of(new Kind("deed.help", Messages.get("earn.kind.help")))
                : List.copyOf(deeds);
        deedsADay = deedsADay == null ? 3 : deedsADay;
        claim = claim == null ? Limit.calendarDays(14) : claim;
        appeal = appeal == null ? Limit.workingDays(10) : appeal;
        reports = reports == null ? List.of() : List.copyOf(reports);
    }

    public static VolunteeringSettings of(City city) {
        return city.sections().contains(SECTION) ? city.section(SECTION, VolunteeringSettings.class) : NONE;
    }

    public Optional<Kind> activity(String code) {
        return activities.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public Optional<Kind> deed(String code) {
        return deeds.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** The reward for cases of this kind, if the city gives one. */
    public Optional<Report> report(String caseKind) {
        return reports.stream().filter(one -> one.caseKind().equals(caseKind)).findFirst();
    }
}
