package cn.shiyu.moralbank.team;

import cn.shiyu.moralbank.award.BankSettings;
import cn.shiyu.tenancy.City;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What section {@code moralbank} says of organisations. @param teamPerMonth most points that one is given in a calendar month; 1000 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TeamSettings(long teamPerMonth) {

    private static final long PER_MONTH = 1_000;

    public TeamSettings {
        teamPerMonth = teamPerMonth == 0 ? PER_MONTH : teamPerMonth;
    }

    public static TeamSettings of(City city) {
        return city.sections().contains(BankSettings.SECTION) ? city.section(BankSettings.SECTION, TeamSettings.class) : new TeamSettings(0);
    }
}
