package cn.shiyu.moralbank.till;

import cn.shiyu.tenancy.City;
import java.util.List;

/**
 * Section {@code merchants} of a tenant file, which a city may leave out.
 *
 * @param codeDefault points that a code to pay with is good for unless its owner says otherwise; 100
 * @param captureHours within which an authorised charge must be captured; 24
 * @param refundDays within which a captured one may be given back; 30
 * @param shops with which the city begins; later ones are made at the clerk's desk
 */
public record TillSettings(long codeDefault, long captureHours, long refundDays, List<Shop> shops) {

    public static final String SECTION = "merchants";

    private static final TillSettings NONE = new TillSettings(0, 0, 0, List.of());

    /** @param region code of the division it stands in */
    public record Shop(String name, String address, String region) {}

    public TillSettings {
        codeDefault = codeDefault == 0 ? 100 : codeDefault;
        captureHours = captureHours == 0 ? 24 : captureHours;
        refundDays = refundDays == 0 ? 30 : refundDays;
        shops = shops == null ? List.of() : List.copyOf(shops);
    }

    public static TillSettings of(City city) {
        return city.sections().contains(SECTION) ? city.section(SECTION, TillSettings.class) : NONE;
    }
}
