package cn.shiyu.moralbank.shop;

import static cn.shiyu.moralbank.BankRig.CITY;
import static cn.shiyu.moralbank.BankRig.TODAY;
import static cn.shiyu.moralbank.BankRig.now;

import cn.shiyu.booking.BookingCity;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.ResidentFlow;
import cn.shiyu.identity.Role;
import cn.shiyu.moralbank.BankRig;
import cn.shiyu.moralbank.member.Member;
import cn.shiyu.moralbank.till.MerchantFlow;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.web.Form;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A shop of its own for a test: somebody at its till, a rota for every day from 8 to 20, a service booked there. */
@Singleton
class ServiceRig {

    static final Caller CLERK = BankRig.staff("bank1", "341282000000", Role.BANK_CLERK);
    static final Caller WINDOW = BookingCity.staff(CITY, "C341282000000");
    static final String TOWNSHIP = "341282001000";
    static final String SERVICE = "shop-delivery";

    @Inject
    BankRig bank;

    @Inject
    ResidentFlow residents;

    @Inject
    MerchantFlow shops;

    @Inject
    OfferFlow keeping;

    @Inject
    OfferQueries offers;

    @Inject
    OrderFlow orders;

    @Inject
    VisitQueries visits;

    UUID shop() {
        return now(shops.add(CLERK, "送货的店 " + UUID.randomUUID(), "解放路 9 号", TOWNSHIP));
    }

    Caller seller(UUID shop) {
        Caller seller = BankRig.resident(now(residents.ofSubject(CITY, UUID.randomUUID().toString())));
        now(shops.bind(seller, now(shops.bindCode(CLERK, shop))));
        return seller;
    }

    UUID rota(int capacity) {
        return BookingCity.bookable(CITY, "SHOP_DELIVERY", capacity, LocalTime.of(8, 0), LocalTime.of(20, 0));
    }

    /** Five points each. */
    UUID offer(UUID shop, UUID bookable, int days) {
        return now(keeping.add(CLERK, shop, form("SERVICE", SERVICE + "@t-" + bookable, days)));
    }

    static Form form(String kind, String visit, int days) {
        return Form.of(Map.of(
                "name", List.of("送米上门"), "details", List.of("送到家门口"), "kind", List.of(kind), "region", List.of(TOWNSHIP),
                "points", List.of("5"), "stock", List.of("100"), "perPerson", List.of("9"), "days", List.of("" + days), "visit", List.of(visit)));
    }

    Member member(String name) {
        Member member = bank.member(name);
        bank.grant(member, "deed.help", 1, TODAY, bank.budget("100"));
        return member;
    }

    Order order(Caller buyer, UUID offer) {
        return now(orders.place(buyer, IdempotencyKey.fresh(), offer)).order();
    }

    List<Instant> free(Caller buyer, Order order) {
        return now(visits.times(buyer, order.id())).free().stream().map(slot -> slot.start()).toList();
    }
}
