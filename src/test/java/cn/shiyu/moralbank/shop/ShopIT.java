package cn.shiyu.moralbank.shop;

import static cn.shiyu.mediation.Table.pageIn;
import static cn.shiyu.mediation.Table.postIn;
import static cn.shiyu.moralbank.BankRig.CITY;
import static cn.shiyu.moralbank.BankRig.TODAY;
import static cn.shiyu.moralbank.BankRig.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.ResidentFlow;
import cn.shiyu.identity.Role;
import cn.shiyu.identity.Surface;
import cn.shiyu.moralbank.BankRig;
import cn.shiyu.moralbank.member.LeaveFlow;
import cn.shiyu.moralbank.member.Member;
import cn.shiyu.moralbank.till.MerchantFlow;
import cn.shiyu.moralbank.till.MerchantQueries;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.support.Databases;
import cn.shiyu.support.Phone;
import cn.shiyu.tenancy.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is given for points: the stock never goes below nothing, and what nobody fetched goes back. */
@QuarkusTest
class ShopIT {

    private static final Caller CLERK = BankRig.staff("bank1", "341282000000", Role.BANK_CLERK);
    private static final String TOWNSHIP = "341282001000";

    @Inject
    BankRig bank;

    @Inject
    ResidentFlow residents;

    @Inject
    MerchantFlow shops;

    @Inject
    MerchantQueries merchants;

    @Inject
    OfferFlow keeping;

    @Inject
    OfferQueries offers;

    @Inject
    OrderFlow orders;

    @Inject
    OrderQueries queries;

    @Inject
    CounterFlow counter;

    @Inject
    LeaveFlow leaving;

    private UUID shop;
    private Caller seller;
    private Member buyer;

    @BeforeEach
    void aShopAndAMemberWithTwentyPoints() {
        shop = now(shops.add(CLERK, "小店 " + UUID.randomUUID(), "解放路 9 号", TOWNSHIP));
        seller = BankRig.resident(now(residents.ofSubject(CITY, UUID.randomUUID().toString())));
        now(shops.bind(seller, now(shops.bindCode(CLERK, shop))));
        buyer = member("阿星");
    }

    @Test
    void isOrderedFetchedWithACodeOnceAndGivenBack() {
        UUID offer = offer(TOWNSHIP, 12, 3, 1);
        Order order = place(buyer, offer).order();
        assertThat(balance(buyer)).isEqualTo(8);
        assertThat(stock(offer)).isEqualTo(2);
        String former = now(orders.code(as(buyer), order.id())).digits();
        String code = now(orders.code(as(buyer), order.id())).digits();
        refused(422, () -> counter.fetch(seller, former));
        Order fetched = now(counter.fetch(seller, code.substring(0, 4) + " " + code.substring(4)));
        assertThat(fetched.state()).isEqualTo(OrderState.FETCHED);
        refused(422, () -> counter.fetch(seller, code));
        assertThat(bank.balance(account())).isEqualTo(12);
        refused(409, () -> orders.cancel(as(buyer), order.id()));
        refused(409, () -> orders.code(as(buyer), order.id()));
        assertThat(now(counter.refund(seller, order.id())).replayed()).isFalse();
        assertThat(now(counter.refund(seller, order.id())).replayed()).isTrue();
        assertThat(bank.balance(account())).isZero();
        assertThat(balance(buyer)).isEqualTo(20);
    }

    @Test
    void aRepeatOrdersNothingMore() {
        UUID offer = offer(TOWNSHIP, 5, 3, 2);
        IdempotencyKey key = IdempotencyKey.fresh();
        Ordered first = now(orders.place(as(buyer), key, offer));
        Ordered again = now(orders.place(as(buyer), key, offer));
        assertThat(again.replayed()).isTrue();
        assertThat(again.order().id()).isEqualTo(first.order().id());
        assertThat(stock(offer)).isEqualTo(2);
        UUID other = offer(TOWNSHIP, 5, 3, 2);
        refused(409, () -> orders.place(as(buyer), key, other));
    }

    @Test
    void theLastOneIsSoldOnceAndNobodyHasMoreThanTheirShare() {
        UUID last = offer(TOWNSHIP, 5, 1, 1);
        List<Member> crowd = Stream.of("甲", "乙", "丙", "丁").map(this::member).toList();
        long sold = crowd.stream()
                .map(one -> CompletableFuture.supplyAsync(() -> succeeds(() -> orders.place(as(one), IdempotencyKey.fresh(), last))))
                .toList()
                .stream()
                .filter(CompletableFuture::join)
                .count();
        assertThat(sold).isEqualTo(1);
        assertThat(stock(last)).isZero();
        assertThat(crowd.stream().mapToLong(this::balance).sum()).isEqualTo(75);
        UUID one = offer(TOWNSHIP, 5, 9, 1);
        long mine = Stream.of(1, 2, 3, 4)
                .map(i -> CompletableFuture.supplyAsync(() -> succeeds(() -> orders.place(as(buyer), IdempotencyKey.fresh(), one))))
                .toList()
                .stream()
                .filter(CompletableFuture::join)
                .count();
        assertThat(mine).isEqualTo(1);
        assertThat(stock(one)).isEqualTo(8);
    }

    @Test
    void whatIsCancelledOrLeftBehindGoesBack() {
        UUID offer = offer(TOWNSHIP, 15, 2, 5);
        Order order = place(buyer, offer).order();
        refused(409, () -> orders.place(as(buyer), IdempotencyKey.fresh(), offer));
        assertThat(now(orders.cancel(as(buyer), order.id())).replayed()).isFalse();
        assertThat(now(orders.cancel(as(buyer), order.id())).replayed()).isTrue();
        assertThat(balance(buyer)).isEqualTo(20);
        assertThat(stock(offer)).isEqualTo(2);
        place(buyer, offer);
        now(leaving.leave(as(buyer)));
        assertThat(stock(offer)).isEqualTo(2);
        assertThat(now(queries.ofShop(seller, null)).items()).extracting(Order::state).containsOnly(OrderState.CANCELLED);
    }

    @Test
    void whatNobodyFetchedInTimeGoesBack() throws SQLException, InterruptedException {
        UUID offer = offer(TOWNSHIP, 15, 2, 5);
        Order order = place(buyer, offer).order();
        String code = now(orders.code(as(buyer), order.id())).digits();
        run("update bank_hold set until = now() - interval '1 second' where hold_id = '" + order.hold() + "'");
        for (int i = 0; i < 60 && state(order) != OrderState.LAPSED; i++) {
            Thread.sleep(500);
        }
        assertThat(state(order)).isEqualTo(OrderState.LAPSED);
        assertThat(balance(buyer)).isEqualTo(20);
        assertThat(stock(offer)).isEqualTo(2);
        refused(422, () -> counter.fetch(seller, code));
    }

    @Test
    void isForWhoLivesThereAndTheDatabaseKeepsTheStock() {
        UUID elsewhere = offer("341282002000", 5, 2, 1);
        refused(409, () -> orders.place(as(buyer), IdempotencyKey.fresh(), elsewhere));
        assertThat(now(offers.open(CITY, buyer.region(), null)).items()).extracting(Offer::id).doesNotContain(elsewhere);
        assertThatThrownBy(() -> run("update bank_offer set stock = -1 where offer_id = '" + elsewhere + "'"))
                .hasMessageContaining("bank_offer_stock");
    }

    @Test
    void isNobodyElsesAndNotAnotherCitys() {
        UUID offer = offer(TOWNSHIP, 5, 2, 1);
        Order order = place(buyer, offer).order();
        String code = now(orders.code(as(buyer), order.id())).digits();
        Caller there = new Caller(
                new TenantId("liaocheng"), ActorKind.RESIDENT, buyer.resident().toString(), "居民", Set.of(), Surface.PORTAL);
        Caller clerkThere = new Caller(new TenantId("liaocheng"), ActorKind.STAFF, "bank1", "bank1", CLERK.posts(), Surface.CONSOLE);
        for (Caller stranger : List.of(as(member("别人")), there)) {
            refused(404, () -> queries.one(stranger, order.id()));
            refused(404, () -> orders.code(stranger, order.id()));
            refused(404, () -> orders.cancel(stranger, order.id()));
            refused(404, () -> counter.fetch(stranger, code));
            refused(404, () -> counter.refund(stranger, order.id()));
        }
        refused(404, () -> offers.one(there.tenant(), offer));
        refused(404, () -> offers.ofShop(clerkThere, shop, null));
        refused(404, () -> keeping.move(clerkThere, shop, offer, OfferState.CLOSED));
        refused(404, () -> keeping.add(as(buyer), shop, Form.empty()));
        UUID shop2 = now(shops.add(CLERK, "另一店 " + UUID.randomUUID(), "解放路 10 号", TOWNSHIP));
        Caller seller2 = BankRig.resident(now(residents.ofSubject(CITY, UUID.randomUUID().toString())));
        now(shops.bind(seller2, now(shops.bindCode(CLERK, shop2))));
        refused(422, () -> counter.fetch(seller2, code));
    }

    @Test
    void thePagesShowItAndNameWhatIsWrong() {
        String desk = "/console/bank/offers/" + shop;
        String back = postIn("jieshou", "bank1", desk, "name", "理发一次", "details", "", "points", "x", "stock", "5", "perPerson", "1", "days", "7",
                "kind", "SERVICE", "region", TOWNSHIP).statusCode(422).extract().asString();
        assertThat(back).contains("请填写说明", "1 到 100000 之间", "value=\"理发一次\"");
        postIn("jieshou", "bank1", desk, "name", "理发一次", "details", "普通剪发", "points", "20", "stock", "5", "perPerson", "1", "days", "7",
                "kind", "SERVICE", "region", TOWNSHIP).statusCode(303);
        Offer offer = now(offers.ofShop(CLERK, shop, null)).items().get(0);
        assertThat(pageIn("jieshou", "bank1", desk).then().statusCode(200).extract().asString()).contains("理发一次", "上架中");
        assertThat(pageIn("jieshou", "resident2", "/bank/shop?region=" + TOWNSHIP).then().statusCode(200).extract().asString()).contains("理发一次");
        assertThat(pageIn("jieshou", "resident2", "/bank/shop/" + offer.id()).then().statusCode(200).extract().asString()).contains("普通剪发");
        pageIn("liaocheng", "resident2", "/bank/shop/" + offer.id()).then().statusCode(404);
        pageIn("liaocheng", "bank1", desk).then().statusCode(404);
        postIn("jieshou", "bank1", desk + "/" + offer.id() + "/stock", "stock", "-3").statusCode(422);
        postIn("jieshou", "bank1", desk + "/" + offer.id() + "/close").statusCode(303);
        assertThat(pageIn("jieshou", "bank1", desk + "/" + offer.id()).then().statusCode(200).extract().asString()).contains("已下架", "重新上架");
    }

    @Test
    void thePhoneIsToldWhyNot() {
        UUID offer = offer(TOWNSHIP, 5, 2, 1);
        Phone phone = Phone.in("jieshou");
        assertThat(phone.get("/bank/offers/" + offer).<String>path("name")).isEqualTo("一袋米");
        assertThat(phone.get("/bank/offers?region=" + TOWNSHIP).<List<String>>path("items.id")).contains(offer.toString());
        assertThat(order(phone, offer).<String>path("code")).isEqualTo("not-a-member");
        phone.post("/bank/membership", Map.of("name", "小舟", "region", BankRig.HOME, "agreed", true)).then().statusCode(200);
        assertThat(order(phone, offer).<String>path("code")).isEqualTo("not-enough-points");
        assertThat(stock(offer)).isEqualTo(2);
        assertThat(phone.get("/bank/orders").<List<String>>path("items")).isEmpty();
        assertThat(phone.get("/bank/till/orders").statusCode()).as("stands at no till").isEqualTo(404);
        assertThat(Phone.in("liaocheng").get("/bank/offers/" + offer).statusCode()).isEqualTo(404);
    }

    private static Response order(Phone phone, UUID offer) {
        return phone.ask().header("Idempotency-Key", UUID.randomUUID().toString()).contentType(ContentType.JSON)
                .body(Map.of("offer", offer.toString())).post("/mini/v1/bank/orders");
    }

    private Member member(String name) {
        Member member = bank.member(name);
        bank.grant(member, "deed.help", 1, TODAY, bank.budget("100"));
        return member;
    }

    private UUID offer(String region, int points, int stock, int perPerson) {
        Map<String, List<String>> typed = Map.of(
                "name", List.of("一袋米"), "details", List.of("五公斤"), "kind", List.of("GOODS"), "region", List.of(region),
                "points", List.of("" + points), "stock", List.of("" + stock), "perPerson", List.of("" + perPerson), "days", List.of("7"));
        return now(keeping.add(CLERK, shop, Form.of(typed)));
    }

    private Ordered place(Member member, UUID offer) {
        return now(orders.place(as(member), IdempotencyKey.fresh(), offer));
    }

    private int stock(UUID offer) {
        return now(offers.one(CITY, offer)).stock();
    }

    private OrderState state(Order order) {
        return now(queries.one(as(buyer), order.id())).state();
    }

    private long balance(Member member) {
        return bank.balance(member.account());
    }

    private UUID account() {
        return now(merchants.one(CLERK, shop)).account();
    }

    private static Caller as(Member member) {
        return BankRig.resident(member.resident());
    }

    private static boolean succeeds(Supplier<Uni<Ordered>> work) {
        try {
            now(work.get());
            return true;
        } catch (Refusal refused) {
            assertThat(refused.status()).isEqualTo(409);
            return false;
        }
    }

    private static void refused(int status, Supplier<? extends Uni<?>> work) {
        assertThatThrownBy(() -> now(work.get()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
    }

    private static void run(String statement) throws SQLException {
        try (Connection superuser = Databases.asSuperuser(); java.sql.Statement it = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            it.execute("set local session_replication_role = replica");
            it.execute(statement);
            superuser.commit();
        }
    }
}
