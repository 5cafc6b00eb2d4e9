package cn.shiyu.moralbank.shop;

import static cn.shiyu.mediation.Table.pageIn;
import static cn.shiyu.moralbank.BankRig.CITY;
import static cn.shiyu.moralbank.BankRig.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.booking.BookingCity;
import cn.shiyu.booking.BookingFlow;
import cn.shiyu.booking.BookingStatus;
import cn.shiyu.booking.Mode;
import cn.shiyu.booking.RotaFlow;
import cn.shiyu.booking.WaitFlow;
import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Surface;
import cn.shiyu.moralbank.BankRig;
import cn.shiyu.moralbank.member.LeaveFlow;
import cn.shiyu.moralbank.member.Member;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.support.Phone;
import cn.shiyu.tenancy.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service of the catalogue has a time, and the order and the time follow each other. */
@QuarkusTest
class ServiceTimeIT {

    @Inject
    ServiceRig rig;

    @Inject
    OfferFlow keeping;

    @Inject
    OrderFlow orders;

    @Inject
    OrderQueries queries;

    @Inject
    CounterFlow counter;

    @Inject
    BookingFlow bookings;

    @Inject
    WaitFlow waiting;

    @Inject
    RotaFlow rotas;

    @Inject
    LeaveFlow leaving;

    private UUID shop;
    private Caller seller;
    private UUID bookable;
    private UUID offer;
    private Caller buyer;

    @BeforeEach
    void aServiceOrderedByAMember() {
        shop = rig.shop();
        seller = rig.seller(shop);
        bookable = rig.rota(1);
        offer = rig.offer(shop, bookable, 5);
        buyer = as(rig.member("阿星"));
    }

    @Test
    void isChosenMovedAndServed() {
        Order order = rig.order(buyer, offer);
        assertThat(order.isTimeless()).isTrue();
        List<Instant> free = rig.free(buyer, order);
        assertThat(free).allMatch(start -> start.isBefore(order.until()));
        Order chosen = now(orders.choose(buyer, order.id(), free.get(3)));
        assertThat(chosen.time().start()).isEqualTo(free.get(3));
        assertThat(chosen.isTimeless()).isFalse();
        assertThat(rig.free(buyer, order)).doesNotContain(free.get(3));
        Order again = now(orders.choose(buyer, order.id(), free.get(3)));
        assertThat(again.time().booking()).as("the same time again").isEqualTo(chosen.time().booking());
        Order moved = now(orders.choose(buyer, order.id(), free.get(5)));
        assertThat(moved.time().booking()).isEqualTo(chosen.time().booking());
        assertThat(rig.free(buyer, order)).contains(free.get(3)).doesNotContain(free.get(5));
        assertThat(now(queries.coming(seller))).extracting(Order::id).containsExactly(order.id());
        now(counter.fetch(seller, now(orders.code(buyer, order.id())).digits()));
        assertThat(now(queries.coming(seller))).isEmpty();
        assertThat(rig.free(buyer, rig.order(buyer, offer))).as("what was given out early is free again").contains(free.get(5));
    }

    @Test
    void goesWithTheOrder() {
        Order cancelled = rig.order(buyer, offer);
        Instant first = rig.free(buyer, cancelled).get(2);
        now(orders.choose(buyer, cancelled.id(), first));
        now(orders.cancel(buyer, cancelled.id()));
        Order left = rig.order(buyer, offer);
        assertThat(rig.free(buyer, left)).contains(first);
        now(orders.choose(buyer, left.id(), first));
        now(leaving.leave(buyer));
        Caller next = as(rig.member("阿舟"));
        assertThat(rig.free(next, rig.order(next, offer))).contains(first);
        refused(409, () -> orders.choose(buyer, cancelled.id(), first), "order-ended", "not-found");
    }

    @Test
    void givenUpOrDisplacedIsChosenAgain() {
        Order order = rig.order(buyer, offer);
        List<Instant> free = rig.free(buyer, order);
        Order chosen = now(orders.choose(buyer, order.id(), free.get(2)));
        now(bookings.cancel(buyer, chosen.time().booking()));
        assertThat(one(order).isTimeless()).isTrue();
        assertThat(notices()).anySatisfy(words -> assertThat(words).contains("约好的时间取消了"));
        Order second = now(orders.choose(buyer, order.id(), free.get(4)));
        assertThat(now(rotas.setCapacity(ServiceRig.WINDOW, bookable, 1, false))).isEqualTo(1);
        assertThat(one(order).time().status()).isEqualTo(BookingStatus.DISPLACED);
        assertThat(one(order).isTimeless()).isTrue();
        assertThat(rig.free(buyer, order)).as("nobody may be booked there now").isEmpty();
        now(rotas.setCapacity(ServiceRig.WINDOW, bookable, 1, true));
        Order third = now(orders.choose(buyer, order.id(), free.get(6)));
        assertThat(third.time().booking()).as("the displaced one is moved").isEqualTo(second.time().booking());
        assertThat(third.isTimeless()).isFalse();
    }

    @Test
    void whoDidNotComeIsMarkedOnceItsTimeHasBegunAndMayChooseAgain() {
        Order order = rig.order(buyer, offer);
        List<Instant> free = rig.free(buyer, order);
        Order chosen = now(orders.choose(buyer, order.id(), free.get(0)));
        refused(409, () -> counter.missed(seller, order.id()), "too-early");
        BookingCity.run(
                "update booking set starts_at = now() - interval '1 hour', ends_at = now(), taken = tstzrange(now() - interval '1 hour', now())"
                        + " where booking_id = ?", chosen.time().booking());
        assertThat(one(order).isDue(Instant.now())).isTrue();
        now(counter.missed(seller, order.id()));
        refused(404, () -> counter.missed(seller, order.id()));
        assertThat(BookingCity.ask("select status from booking where booking_id = ?", chosen.time().booking())).containsExactly("NO_SHOW");
        assertThat(one(order).isTimeless()).isTrue();
        assertThat(now(orders.choose(buyer, order.id(), free.get(1))).isTimeless()).isFalse();
    }

    @Test
    void isBeforeTheOrderLapsesAndAtItsShopWhoeverMovesIt() {
        UUID brief = rig.offer(shop, bookable, 1);
        Order order = rig.order(buyer, brief);
        List<Instant> free = rig.free(buyer, order);
        Instant late = rig.free(buyer, rig.order(buyer, offer)).stream().filter(start -> start.isAfter(order.until())).findFirst().orElseThrow();
        assertThat(free).doesNotContain(late);
        refused(422, () -> orders.choose(buyer, order.id(), late));
        UUID booking = now(orders.choose(buyer, order.id(), free.get(0))).time().booking();
        refused(422, () -> orders.choose(buyer, order.id(), late));
        refused(422, () -> bookings.move(buyer, booking, wish(bookable, late)));
        UUID other = rig.rota(1);
        refused(422, () -> bookings.move(buyer, booking, wish(other, free.get(1))));
        assertThat(one(order).time().start()).isEqualTo(free.get(0));
    }

    @Test
    void isBookedThroughAnOrderAlone() {
        Instant start = rig.free(buyer, rig.order(buyer, offer)).get(0);
        refused(422, () -> bookings.hold(buyer, IdempotencyKey.fresh(), wish(bookable, start)));
        LocalDate day = BankRig.TODAY.plusDays(1);
        refused(422, () -> waiting.join(
                buyer, IdempotencyKey.fresh(), new WaitFlow.Wish(bookable, ServiceRig.SERVICE, Mode.IN_PERSON, day, day)));
        pageIn("jieshou", "resident1", "/book/shop-delivery").then().statusCode(404);
        assertThat(pageIn("jieshou", "resident1", "/book").asString()).doesNotContain("送货上门");
        assertThat(Phone.in("jieshou").get("/booking-services").asString()).doesNotContain("shop-delivery");
        refused(422, () -> keeping.add(ServiceRig.CLERK, shop, ServiceRig.form("SERVICE", "legal-talk@advisor-dongcheng", 5)));
        refused(422, () -> keeping.add(ServiceRig.CLERK, shop, ServiceRig.form("GOODS", "shop-delivery@t-" + bookable, 5)));
        UUID goods = now(keeping.add(ServiceRig.CLERK, shop, ServiceRig.form("GOODS", "", 5)));
        Order plain = rig.order(buyer, goods);
        assertThat(plain.isTimeless()).isFalse();
        refused(404, () -> orders.choose(buyer, plain.id(), start));
        refused(404, () -> counter.missed(seller, plain.id()));
    }

    @Test
    void fiftyAtOnceForThreePlacesThreeHaveThemAndNobodyTwo() {
        UUID three = rig.rota(3);
        UUID wanted = rig.offer(shop, three, 5);
        List<Caller> crowd = IntStream.range(0, 50).mapToObj(i -> as(rig.member("客" + i))).toList();
        List<Order> placed = crowd.stream().map(one -> rig.order(one, wanted)).toList();
        Instant start = rig.free(crowd.get(0), placed.get(0)).get(4);
        long had = IntStream.range(0, 100)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> succeeds(() -> orders.choose(crowd.get(i % 50), placed.get(i % 50).id(), start)) ? placed.get(i % 50).id() : null))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(id -> id != null)
                .distinct()
                .count();
        assertThat(had).isEqualTo(3);
        assertThat(BookingCity.ask("select count(*)::text from booking where bookable_id = ? and status = 'CONFIRMED'", three)).containsExactly("3");
    }

    @Test
    void isNobodyElsesAndNotAnotherCitys() {
        Order order = rig.order(buyer, offer);
        Instant start = rig.free(buyer, order).get(0);
        Caller there = new Caller(new TenantId("liaocheng"), ActorKind.RESIDENT, buyer.id(), "居民", Set.of(), Surface.PORTAL);
        Caller sellerThere = new Caller(there.tenant(), ActorKind.RESIDENT, seller.id(), "居民", Set.of(), Surface.PORTAL);
        for (Caller stranger : List.of(as(rig.member("别人")), there)) {
            refused(404, () -> orders.choose(stranger, order.id(), start));
            refused(404, () -> rig.visits.times(stranger, order.id()));
        }
        now(orders.choose(buyer, order.id(), start));
        for (Caller stranger : List.of(rig.seller(rig.shop()), buyer, sellerThere)) {
            refused(404, () -> counter.missed(stranger, order.id()));
        }
        assertThat(now(queries.coming(rig.seller(rig.shop())))).isEmpty();
        refused(404, () -> queries.coming(sellerThere));
        assertThat(Phone.in("liaocheng").get("/bank/orders/" + order.id() + "/times").statusCode()).isEqualTo(404);
        assertThat(Phone.in("jieshou").get("/bank/orders/" + order.id() + "/times").statusCode()).isEqualTo(404);
        assertThat(Phone.in("jieshou").get("/bank/till/orders/coming").statusCode()).isEqualTo(404);
    }

    private Order one(Order order) {
        return now(queries.one(buyer, order.id()));
    }

    private List<String> notices() {
        return BookingCity.ask("select words from notice where resident_id = ?", UUID.fromString(buyer.id()));
    }

    private static BookingFlow.Wish wish(UUID bookable, Instant start) {
        return new BookingFlow.Wish(bookable, ServiceRig.SERVICE, Mode.IN_PERSON, start);
    }

    private static Caller as(Member member) {
        return BankRig.resident(member.resident());
    }

    private static boolean succeeds(Supplier<? extends Uni<?>> work) {
        try {
            now(work.get());
            return true;
        } catch (Refusal refused) {
            assertThat(refused.code()).isEqualTo("slot-taken");
            return false;
        }
    }

    private static void refused(int status, Supplier<? extends Uni<?>> work, String... codes) {
        assertThatThrownBy(() -> now(work.get())).isInstanceOfSatisfying(Refusal.class, refusal -> {
            if (codes.length == 0) {
                assertThat(refusal.status()).isEqualTo(status);
            } else {
                assertThat(codes).contains(refusal.code());
            }
        });
    }
}
