package cn.shiyu.onboarding;

import cn.shiyu.booking.BookingSettings;
import cn.shiyu.booking.ServiceOffer;
import cn.shiyu.moralbank.shop.OfferKind;
import cn.shiyu.moralbank.shop.ShopSettings;
import cn.shiyu.moralbank.shop.Visit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Section {@code catalogue}, which a city may leave out: what its first shops give for points. */
final class CatalogueCheck implements SectionCheck {

    private static final Set<String> KINDS = Stream.of(OfferKind.values()).map(Enum::name).collect(Collectors.toSet());

    @Override
    public void check(TenantFile file) {
        if (!file.city().sections().contains(ShopSettings.SECTION)) {
            return;
        }
        List<Entry> offers = file.section(ShopSettings.SECTION).entries("offers", "name");
        offers.forEach(offer -> offer(file, offer));
    }

    private static void offer(TenantFile file, Entry offer) {
        offer.text("shop");
        offer.text("name");
        offer.text("details");
        String kind = offer.text("kind");
        if (!kind.isEmpty() && !KINDS.contains(kind)) {
            offer.fault("kind", "“" + kind + "”应为 GOODS、SERVICE 或 DISCOUNT");
        }
        String region = offer.text("region");
        if (!region.isEmpty() && !file.regions().contains(region)) {
            offer.fault("region", "“" + region + "”不是本市的区划代码");
        }
        visit(file, offer, kind);
        offer.number("points", 1, 100_000);
        offer.number("stock", 0, 1_000_000);
        offer.number("perPerson", 1, 1000);
        offer.number("days", 1, 90);
    }

    /** Service and bookable go together, and only with a service. */
    private static void visit(TenantFile file, Entry offer, String kind) {
        if (!offer.has("service") && !offer.has("bookable")) {
            return;
        }
        String service = offer.text("service");
        String bookable = offer.text("bookable");
        if (!kind.equals(OfferKind.SERVICE.name())) {
            offer.fault("service", "只有 kind 为 SERVICE 的项目可以预约");
        }
        BookingSettings booking = BookingSettings.of(file.city());
        Optional<ServiceOffer> found = booking.through(Visit.SUBJECT).stream().filter(one -> one.code().equals(service)).findFirst();
        if (found.isEmpty()) {
            offer.fault("service", "booking.services 里没有 through 为 " + Visit.SUBJECT + " 的“" + service + "”");
        } else if (booking.bookables().stream().noneMatch(one -> one.code().equals(bookable) && one.kind().equals(found.get().kind()))) {
            offer.fault("bookable", "booking.bookables 里没有 kind 为 " + found.get().kind() + " 的“" + bookable + "”");
        }
    }
}
