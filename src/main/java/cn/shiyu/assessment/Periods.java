package cn.shiyu.assessment;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** A city's weeks and months around today. */
@ApplicationScoped
public class Periods {

    @Inject
    Clock clock;

    public Period week(City city) {
        return Period.weekOf(today(city), AssessmentRules.of(city));
    }

    public Period month(City city) {
        return Period.monthOf(today(city), AssessmentRules.of(city));
    }

    /** @throws Refusal 404 for what is no period of this city, or has not begun */
    public Period find(City city, String code) {
        return Period.parse(code, AssessmentRules.of(city))
                .filter(period -> period.hasBegun(today(city)))
                .orElseThrow(Refusal::notFound);
    }

    public Period before(City city, Period period) {
        return period.before(AssessmentRules.of(city));
    }

    /** The next period; null while it has not begun. */
    public Period after(City city, Period period) {
        Period next = period.after(AssessmentRules.of(city));
        return next.hasBegun(today(city)) ? next : null;
    }

    /** The day that counts now. */
    private LocalDate today(City city) {
        return AssessmentRules.of(city).cut().dayOf(clock.instant());
    }
}
