package cn.shiyu.moralbank.till;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.moralbank.BankRig;
import cn.shiyu.moralbank.member.Member;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.support.Databases;
import cn.shiyu.support.Phone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Points paid at a shop: a code for a minute, put aside, taken, given back; and who may not. */
@QuarkusTest
class TillIT {

    private static final Caller CLERK = BankRig.staff("bank1", "C341282000000", Role.BANK_CLERK);

    @Inject
    BankRig rig;

    @Inject
    MerchantFlow shops;

    @Inject
    MerchantQueries merchants;

    @Inject
    MemberQueries members;

    private Phone payer;
    private Phone seller;
    private UUID shop;

    @BeforeEach
    void aMemberWithSixtyPointsAndAShop() {
        payer = member(3);
        seller = Phone.in("jieshou");
        shop = BankRig.now(shops.add(CLERK, "面馆 " + UUID.randomUUID(), "解放路 1 号", "341282001000"));
        standsAt(seller, shop);
    }

    @Test
    void isPutAsideTakenAndGivenBackOnce() {
        assertThat(payer.get("/bank").<Integer>path("points")).isEqualTo(60);
        String id = authorises(seller, draws(payer, 50), 45).then().statusCode(201).extract().path("id");
        assertThat(payer.get("/bank").<Integer>path("points")).isEqualTo(15);
        Response first = seller.post("/bank/till/charges/" + id + "/capture", Map.of());
        assertThat(first.<String>path("state")).isEqualTo("CAPTURED");
        assertThat(first.header("Idempotency-Replayed")).isNull();
        Response again = seller.post("/bank/till/charges/" + id + "/capture", Map.of());
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(rig.balance(account())).isEqualTo(45);
        assertThat(seller.post("/bank/till/charges/" + id + "/cancellation", Map.of()).<String>path("code")).isEqualTo("charge-ended");
        assertThat(seller.post("/bank/till/charges/" + id + "/refund", Map.of()).<String>path("state")).isEqualTo("REFUNDED");
        assertThat(seller.post("/bank/till/charges/" + id + "/refund", Map.of()).header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(payer.get("/bank").<Integer>path("points")).isEqualTo(60);
        assertThat(rig.balance(account())).isZero();
        assertThat(payer.get("/bank/payments").<List<String>>path("items.state")).containsExactly("REFUNDED");
        assertThat(payer.get("/bank/history").<List<Integer>>path("items.points")).startsWith(45, -45);
    }

    @Test
    void usesACodeOnceAtOneTill() {
        Phone other = Phone.in("jieshou");
        standsAt(other, BankRig.now(shops.add(CLERK, "书店 " + UUID.randomUUID(), "解放路 2 号", "341282001000")));
        String code = draws(payer, 50);
        List<Integer> answers = Stream.of(seller, other, seller, other)
                .map(till -> CompletableFuture.supplyAsync(() -> authorises(till, code, 10).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(answers).containsExactly(201, 422, 422, 422);
        assertThat(payer.get("/bank").<Integer>path("points")).isEqualTo(50);
    }

    @Test
    void answersARepeatWithTheSameCharge() {
        String code = draws(payer, 50);
        String key = UUID.randomUUID().toString();
        Response first = authorises(seller, key, code, 10);
        Response again = authorises(seller, key, code, 10);
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(authorises(seller, key, code, 11).<String>path("code")).isEqualTo("idempotency-key-reused");
        assertThat(payer.get("/bank").<Integer>path("points")).isEqualTo(50);
    }

    @Test
    void refusesWhatIsTooLateTooMuchOrNotTheirs() throws SQLException {
        String late = draws(payer, 50);
        run("update bank_pay_code set until = now() - interval '1 second'");
        assertThat(authorises(seller, late, 1).<List<String>>path("errors.field")).containsExactly("code");
        String small = draws(payer, 5);
        assertThat(authorises(seller, small, 6).<List<String>>path("errors.field")).containsExactly("points");
        assertThat(authorises(seller, small, 5).statusCode()).as("what was refused left the code good").isEqualTo(201);
        assertThat(authorises(seller, draws(payer, 500), 56).<String>path("code")).isEqualTo("not-enough-points");
        String former = draws(payer, 50);
        draws(payer, 50);
        assertThat(authorises(seller, former, 1).statusCode()).as("a new code ends the one before").isEqualTo(422);
        assertThat(authorises(Phone.in("jieshou"), draws(payer, 50), 1).statusCode()).as("stands at no till").isEqualTo(404);
        assertThat(Phone.in("jieshou").post("/bank/pay-codes", Map.of("most", 5)).<String>path("code")).isEqualTo("not-a-member");
        standsAt(payer, shop);
        assertThat(authorises(payer, draws(payer, 50), 1).<String>path("code")).isEqualTo("own-shop");
    }

    @Test
    void bindsByACodeOnce() {
        String code = BankRig.now(shops.bindCode(CLERK, shop));
        Phone first = Phone.in("jieshou");
        assertThat(Phone.in("liaocheng").post("/bank/till/binding", Map.of("code", code)).statusCode()).isEqualTo(422);
        assertThat(first.post("/bank/till/binding", Map.of("code", code)).<String>path("id")).isEqualTo(shop.toString());
        assertThat(Phone.in("jieshou").post("/bank/till/binding", Map.of("code", code)).statusCode()).isEqualTo(422);
        assertThat(seller.post("/bank/till/binding", Map.of("code", BankRig.now(shops.bindCode(CLERK, shop)))).<String>path("code"))
                .isEqualTo("bound-already");
    }

    @Test
    void isNobodyElsesAndNotAnotherCitys() {
        String id = authorises(seller, draws(payer, 50), 10).path("id");
        Phone other = Phone.in("jieshou");
        standsAt(other, BankRig.now(shops.add(CLERK, "茶馆 " + UUID.randomUUID(), "解放路 3 号", "341282001000")));
        Phone elsewhere = Phone.in("liaocheng");
        for (Phone stranger : List.of(other, elsewhere, payer)) {
            assertThat(stranger.get("/bank/till/charges/" + id).statusCode()).isEqualTo(404);
            for (String act : List.of("capture", "cancellation", "refund")) {
                assertThat(stranger.post("/bank/till/charges/" + id + "/" + act, Map.of()).statusCode()).isEqualTo(404);
            }
        }
        assertThat(other.get("/bank/till/charges").<List<String>>path("items")).isEmpty();
        assertThat(authorises(elsewhere, draws(payer, 50), 1).statusCode()).isEqualTo(404);
    }

    @Test
    void goesBackByItselfWhenTheShopForgets() throws SQLException, InterruptedException {
        String id = authorises(seller, draws(payer, 50), 10).path("id");
        run("update bank_hold set until = now() - interval '1 second' where hold_id = (select hold_id from bank_charge where charge_id = '" + id + "')");
        for (int i = 0; i < 60 && !seller.get("/bank/till/charges/" + id).<String>path("state").equals("VOIDED"); i++) {
            Thread.sleep(500);
        }
        assertThat(payer.get("/bank").<Integer>path("points")).isEqualTo(60);
        assertThat(seller.post("/bank/till/charges/" + id + "/capture", Map.of()).<String>path("code")).isEqualTo("charge-ended");
    }

    private Phone member(int deeds) {
        Phone phone = Phone.in("jieshou");
        phone.post("/bank/membership", Map.of("name", "小舟", "region", BankRig.HOME, "agreed", true)).then().statusCode(200);
        UUID budget = rig.budget("100");
        Member member = rig.in(c -> members.of(c, BankRig.CITY, newest())).orElseThrow();
        for (int i = 0; i < deeds; i++) {
            rig.grant(member, "deed.help", 1, BankRig.TODAY.minusDays(i), budget);
        }
        return phone;
    }

    private void standsAt(Phone phone, UUID at) {
        phone.post("/bank/till/binding", Map.of("code", BankRig.now(shops.bindCode(CLERK, at)))).then().statusCode(200);
    }

    private UUID account() {
        return BankRig.now(merchants.one(CLERK, shop)).account();
    }

    /** Whoever joined last. */
    private static UUID newest() {
        try (Connection superuser = Databases.asSuperuser()) {
            return UUID.fromString(Databases.column(
                            superuser, "select resident_id::text from bank_member where tenant_id = ? order by joined_at desc limit 1", "jieshou")
                    .get(0));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String draws(Phone phone, int most) {
        return phone.post("/bank/pay-codes", Map.of("most", most)).then().statusCode(201).extract().path("code");
    }

    private static Response authorises(Phone till, String code, int points) {
        return authorises(till, UUID.randomUUID().toString(), code, points);
    }

    private static Response authorises(Phone till, String key, String code, int points) {
        return till.ask().header("Idempotency-Key", key).contentType(ContentType.JSON).body(Map.of("code", code, "points", points))
                .post("/mini/v1/bank/till/charges");
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
