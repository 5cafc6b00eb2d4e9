package cn.shiyu.onboarding;

import cn.shiyu.moralbank.till.TillSettings;
import java.util.List;

/** Section {@code merchants}, which a city may leave out: limits of paying with points, and the shops a city begins with. */
final class MerchantsCheck implements SectionCheck {

    @Override
    public void check(TenantFile file) {
        if (!file.city().sections().contains(TillSettings.SECTION)) {
            return;
        }
        Entry section = file.section(TillSettings.SECTION);
        number(section, "codeDefault", 100_000);
        number(section, "captureHours", 24 * 7);
        number(section, "refundDays", 365);
        List<Entry> shops = section.entries("shops", "name");
        SectionCheck.unique(shops, "name");
        shops.forEach(shop -> shop(file, shop));
    }

    private static void number(Entry section, String field, double most) {
        if (section.has(field)) {
            section.number(field, 1, most);
        }
    }

    private static void shop(TenantFile file, Entry shop) {
        shop.text("name");
        shop.text("address");
        String region = shop.text("region");
        if (!region.isEmpty() && !file.regions().contains(region)) {
            shop.fault("region", "“" + region + "”不是本市的区划代码");
        }
    }
}
