package cn.shiyu.assessment;

import cn.shiyu.tenancy.City;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * How a city assesses: section {@code assessment} of its tenant file (after 接诉即办; each city names its source).
 *
 * @param basicallySatisfied how much of a 满意 one 基本满意 counts, 0 to 1
 * @param monthStartsOnDay 1 for calendar months; 19 means that July is 19 June to 18 July
 * @param sealAfterDays how long after its end a month is sealed, so that what was entered late still counts; 3 without one
 * @param dayBegins from when on the day before a day counts; midnight without one: 12:00 means [D-1 12:00, D 12:00)
 * @param source shown below every sheet
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AssessmentRules(
        Weights weights, double basicallySatisfied, DayOfWeek weekStarts, int monthStartsOnDay, Integer sealAfterDays,
        LocalTime dayBegins, String source) {

    private static final int SEAL_AFTER = 3;

    public AssessmentRules {
        sealAfterDays = sealAfterDays == null ? SEAL_AFTER : sealAfterDays;
        dayBegins = dayBegins == null ? LocalTime.MIDNIGHT : dayBegins;
    }

    /** Shares of the composite; together 1. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Weights(double response, double solution, double satisfaction) {}

    public DayCut cut() {
        return new DayCut(dayBegins);
    }

    public static AssessmentRules of(City city) {
        return city.section("assessment", AssessmentRules.class);
    }
}
