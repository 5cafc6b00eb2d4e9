package cn.shiyu.moralbank.shop;

import cn.shiyu.tenancy.City;
import java.util.List;

/**
 * Section {@code catalogue} of a tenant file, which a city may leave out: what the shops it begins with give for points. Later offers
 * are made at the clerk's desk.
 */
public record ShopSettings(List<Listed> offers) {

    public static final String SECTION = "catalogue";

    private static final ShopSettings NONE = new ShopSettings(List.of());

    /**
     * @param shop name of one in section {@code merchants}
     * @param region code of the division whose residents may order
     * @param service code of one in section {@code booking} with {@code through: bank-order}, and with it
     * @param bookable code of the one whose times are booked; both null where nothing is booked
     */
    public record Listed(
            String shop, OfferKind kind, String name, String details, String region, long points, int stock, int perPerson, int days,
            String service, String bookable) {}

    public ShopSettings {
        offers = offers == null ? List.of() : List.copyOf(offers);
    }

    public static ShopSettings of(City city) {
        return city.sections().contains(SECTION) ? city.section(SECTION, ShopSettings.class) : NONE;
    }
}
