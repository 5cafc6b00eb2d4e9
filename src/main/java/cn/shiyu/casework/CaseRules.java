package cn.shiyu.casework;

import cn.shiyu.tenancy.City;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The city's own numbers for cases: section {@code rules} of its tenant file. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CaseRules(Extension extension, Within rating, Within reopen, Uploads uploads) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Extension(int most) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Within(int withinDays) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Uploads(int photos) {}

    static CaseRules of(City city) {
        return city.section("rules", CaseRules.class);
    }

    int extensionsAtMost() {
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
