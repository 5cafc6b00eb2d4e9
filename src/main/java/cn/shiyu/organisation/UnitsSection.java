package cn.shiyu.organisation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** Section {@code units} of a tenant file. Centres and townships' governments are not listed: they follow from the regions. */
@JsonIgnoreProperties(ignoreUnknown = true)
record UnitsSection(List<Department> departments) {

    /** @param region null: the city's own @param liaison login of the 联络员 */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Department(String code, String name, String region, String duties, String liaison) {}
}
