package cn.shiyu.casework;

import cn.shiyu.tenancy.City;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The city's own numbers for cases: section {@code rules} of its tenant file. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CaseRules(Extension extension, Within rating, Within reopen, Uploads uploads) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Extension(int most) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Within(int withinDays) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Uploads(int photos) {}

    public static CaseRules of(City city) {
        return city.section("rules", CaseRules.class);
    }

    public int extensionsAtMost() {
        return extension.most();
    }

    /** Calendar days after closing. */
    int ratingWithinDays() {
        return rating.withinDays();
    }

    /** Calendar days after closing. */
    int reopenWithinDays() {
        return reopen.withinDays();
    }

    int filesAtMost() {
        return uploads.photos();
    }
}
