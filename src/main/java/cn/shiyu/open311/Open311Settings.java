package cn.shiyu.open311;

import cn.shiyu.tenancy.City;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * How a city takes part: section {@code open311} of its tenant file. Without the section it does not.
 *
 * @param contact whom developers may ask, as discovery tells them
 * @param keyService how to get a key, as discovery tells them
 * @param postsPerMinute what a new key may file each minute unless the administrator says otherwise
 * @param readsPerMinute how often one address may read each minute
 * @param pointDecimals how many decimals of a degree of a published case's place everybody may know (3 is some 100 m); null: none,
 *     as on the board
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Open311Settings(
        boolean enabled,
        String contact,
        String keyService,
        Integer postsPerMinute,
        Integer readsPerMinute,
        Integer pointDecimals) {

    public static final String SECTION = "open311";

    private static final Open311Settings OFF = new Open311Settings(false, "", "", null, null, null);

    public Open311Settings {
        postsPerMinute = postsPerMinute == null ? 60 : postsPerMinute;
        readsPerMinute = readsPerMinute == null ? 600 : readsPerMinute;
    }

    public static Open311Settings of(City city) {
        return city.sections().contains(SECTION) ? city.section(SECTION, Open311Settings.class) : OFF;
    }
}
