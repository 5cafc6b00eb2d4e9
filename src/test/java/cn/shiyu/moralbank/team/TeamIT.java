package cn.shiyu.moralbank.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import cn.shiyu.identity.Surface;
import cn.shiyu.moralbank.BankRig;
import cn.shiyu.moralbank.award.ExpirySweep;
import cn.shiyu.moralbank.ledger.Ledger;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.moralbank.ledger.Transfer;
import cn.shiyu.moralbank.ledger.TransferKind;
import cn.shiyu.moralbank.till.MerchantFlow;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.support.Databases;
import cn.shiyu.support.Hands;
import cn.shiyu.support.Person;
import cn.shiyu.support.Phone;
import cn.shiyu.mediation.Table;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An organisation's purse: given to by the clerk, paid from by its treasurers, nobody else's. */
@QuarkusTest
class TeamIT {

    private static final Caller CLERK = BankRig.staff("bank1", "C341282000000", Role.BANK_CLERK);
    private static final Caller CLERK_ELSEWHERE = new Caller(
            new TenantId("liaocheng"), ActorKind.STAFF, "bank1", "bank1", Set.of(new Post("C371500000000", Role.BANK_CLERK)), Surface.CONSOLE);

    @Inject
    BankRig rig;

    @Inject
    TeamFlow flow;

    @Inject
    TeamQueries teams;

    @Inject
    MerchantFlow shops;

    @Inject
    Ledger ledger;

    @Inject
    ExpirySweep expiry;

    @Inject
    CityDirectory cities;

    private Phone treasurer;
    private UUID team;

    @BeforeEach
    void aTeamWithATreasurer() {
        treasurer = member();
        team = BankRig.now(flow.register(CLERK, "河道志愿队 " + UUID.randomUUID(), "341282001000"));
        binds(treasurer).then().statusCode(200);
    }

    @Test
    void isBoundByACodeOnceAndByTwoAtMost() {
        String code = BankRig.now(flow.bindCode(CLERK, team));
        assertThat(binds(Phone.in("jieshou"), code).<String>path("code")).isEqualTo("not-a-member");
        assertThat(binds(treasurer, code).<String>path("code")).isEqualTo("bound-already");
        Phone second = member();
        assertThat(binds(second, code).statusCode()).as("a refusal leaves the code good").isEqualTo(200);
        assertThat(binds(member(), code).<List<String>>path("errors.field")).containsExactly("bind");
        assertThat(binds(member()).<String>path("code")).isEqualTo("treasurers-full");
        second.post("/bank/teams/" + team + "/unbinding", Map.of()).then().statusCode(204);
        assertThat(second.get("/bank/teams").<List<String>>path("id")).isEmpty();
        assertThat(binds(member()).statusCode()).isEqualTo(200);
    }

    @Test
    void isGivenPointsOnceAndWithinTheMonthsLimit() {
        UUID budget = rig.budget("200");
        IdempotencyKey key = IdempotencyKey.fresh();
        assertThat(BankRig.now(flow.award(CLERK, team, key, budget.toString(), "900", "清理河道")).replayed()).isFalse();
        assertThat(BankRig.now(flow.award(CLERK, team, key, budget.toString(), "900", "清理河道")).replayed()).isTrue();
        assertThat(rig.balance(account())).isEqualTo(900);
        assertRefused("points", () -> award(budget, "101"));
        award(budget, "100");
        assertThat(rig.balance(budget)).isEqualTo(1000);
        assertThat(treasurer.get("/bank/teams/" + team + "/history").<List<Integer>>path("items.points")).containsExactly(100, 900);
        assertRefused("budget", () -> award(UUID.randomUUID(), "1"));
        assertThat(BankRig.now(teams.awards(BankRig.CITY, team))).extracting(TeamAward::points).containsExactly(100L, 900L);
    }

    @Test
    void paysAtATillAndEveryTreasurerIsTold() throws SQLException {
        award(rig.budget("100"), "300");
        Phone second = member();
        binds(second).then().statusCode(200);
        Phone seller = seller();
        assertThat(treasurer.get("/bank/pay-accounts").<List<String>>path("kind")).containsExactly("OWN", "TEAM");
        String id = authorises(seller, draws(treasurer, account()), 45).then().statusCode(201).extract().path("id");
        assertThat(rig.balance(account())).isEqualTo(255);
        seller.post("/bank/till/charges/" + id + "/capture", Map.of()).then().statusCode(200);
        assertThat(told("%收取了“河道志愿队%的 45 分积分%")).isEqualTo(2);
        seller.post("/bank/till/charges/" + id + "/refund", Map.of()).then().statusCode(200);
        assertThat(rig.balance(account())).isEqualTo(300);
        String drawn = draws(second, account());
        second.post("/bank/teams/" + team + "/unbinding", Map.of()).then().statusCode(204);
        assertThat(authorises(seller, drawn, 1).<List<String>>path("errors.field"))
                .as("whoever let go of the purse pays nothing from it any more")
                .containsExactly("code");
    }

    @Test
    void isNobodyElsesAndNotAnotherCitys() {
        UUID account = account();
        for (Phone stranger : List.of(member(), Phone.in("liaocheng"))) {
            assertThat(stranger.get("/bank/teams").<List<String>>path("id")).isEmpty();
            assertThat(stranger.get("/bank/teams/" + team + "/history").statusCode()).isEqualTo(404);
            assertThat(stranger.post("/bank/teams/" + team + "/unbinding", Map.of()).statusCode()).isEqualTo(404);
        }
        assertThat(member().post("/bank/pay-codes", Map.of("most", 5, "from", account.toString())).<List<String>>path("errors.field"))
                .containsExactly("from");
        assertThat(binds(Phone.in("liaocheng"), BankRig.now(flow.bindCode(CLERK, team))).statusCode()).isGreaterThanOrEqualTo(400);
        assertNotFound(() -> BankRig.now(teams.one(CLERK_ELSEWHERE, team)));
        assertNotFound(() -> BankRig.now(flow.close(CLERK_ELSEWHERE, team)));
        assertNotFound(() -> BankRig.now(flow.bindCode(CLERK_ELSEWHERE, team)));
        assertNotFound(() -> BankRig.now(flow.award(
                CLERK_ELSEWHERE, team, IdempotencyKey.fresh(), rig.budget("10").toString(), "1", "越界")));
        assertNotFound(() -> BankRig.now(teams.one(BankRig.staff("dispatcher1", "C341282000000", Role.DISPATCHER), team)));
        assertThat(BankRig.now(teams.page(CLERK_ELSEWHERE, "河道志愿队", null)).items()).isEmpty();
    }

    @Test
    void tellsItsTreasurersBeforePointsRunOut() throws SQLException {
        Phone second = member();
        binds(second).then().statusCode(200);
        UUID budget = rig.budget("10");
        UUID account = account();
        rig.in(connection -> ledger.post(connection, CLERK, new Transfer(
                "test:" + UUID.randomUUID(), TransferKind.AWARD, budget, account, 37, BankRig.TODAY.plusDays(5), "team.reason.award",
                new Source("team", team.toString()), 0)));
        BankRig.now(expiry.sweep(cities.byId(BankRig.CITY)));
        BankRig.now(expiry.sweep(cities.byId(BankRig.CITY)));
        assertThat(told("%有 37 积分快到期%")).isEqualTo(2);
    }

    @Test
    void closesWithNothingLeftOpen() {
        award(rig.budget("100"), "300");
        Phone seller = seller();
        String id = authorises(seller, draws(treasurer, account()), 45).path("id");
        UUID account = account();
        BankRig.now(flow.close(CLERK, team));
        assertThat(rig.balance(account)).isZero();
        assertThat(seller.get("/bank/till/charges/" + id).<String>path("state")).isEqualTo("VOIDED");
        assertThat(treasurer.get("/bank/teams").<List<String>>path("id")).isEmpty();
        assertNotFound(() -> BankRig.now(flow.close(CLERK, team)));
        assertNotFound(() -> award(rig.budget("100"), "1"));
    }

    @Test
    void keepsItsPointsWhenATreasurerLeavesTheBank() {
        award(rig.budget("100"), "300");
        treasurer.post("/bank/departure", Map.of()).then().statusCode(200);
        assertThat(BankRig.now(teams.one(CLERK, team)).treasurers()).isZero();
        assertThat(rig.balance(account())).isEqualTo(300);
    }

    @Test
    void isRunInBrowsers() {
        Table.postIn("liaocheng", "resident1", "/bank/leave").statusCode(303);
        try (Person clerk = new Person("liaocheng", Hands.MOUSE, 1280);
                Person holder = new Person("liaocheng", Hands.MOUSE, 360)) {
            holder.signsIn("resident1", "/bank/join")
                    .fills("#f-name", "小舟")
                    .selects("#f-township", "371502001000");
            holder.all("#f-agreed").check();
            holder.presses("main form[action$='/join'] button[type=submit]").opens("/bank/teams").looks("team-none");
            clerk.signsIn("bank1", "/console/bank/teams")
                    .looks("team-desk")
                    .fills("form[method=post] #f-name", "看样志愿队 " + System.nanoTime() % 1_000_000)
                    .selects("#f-region", "371502001000")
                    .presses("form[method=post] button")
                    .finds("账户已开立")
                    .presses("form[action$='/awards'] button")
                    .looks("team-refused")
                    .presses("form[action$='/bind-code'] button")
                    .looks("team-code");
            holder.fills("#f-bind", clerk.reads(".sy-notice-good").replaceAll("(?s).*?(\\d{8}).*", "$1"))
                    .presses("form[action$='/binding'] button")
                    .finds("看样志愿队")
                    .looks("team-own")
                    .presses("main .sy-case-title a")
                    .looks("team-account")
                    .presses("main a[href^='/bank/pay']")
                    .finds("看样志愿队")
                    .looks("team-pay");
        }
        Table.postIn("liaocheng", "resident1", "/bank/leave").statusCode(303);
    }

    private Phone member() {
        Phone phone = Phone.in("jieshou");
        phone.post("/bank/membership", Map.of("name", "小舟", "region", BankRig.HOME, "agreed", true)).then().statusCode(200);
        return phone;
    }

    private Phone seller() {
        Phone phone = Phone.in("jieshou");
        UUID shop = BankRig.now(shops.add(CLERK, "面馆 " + UUID.randomUUID(), "解放路 1 号", "341282001000"));
        phone.post("/bank/till/binding", Map.of("code", BankRig.now(shops.bindCode(CLERK, shop)))).then().statusCode(200);
        return phone;
    }

    private Response binds(Phone phone) {
        return binds(phone, BankRig.now(flow.bindCode(CLERK, team)));
    }

    private static Response binds(Phone phone, String code) {
        return phone.post("/bank/teams/binding", Map.of("code", code));
    }

    private void award(UUID budget, String points) {
        BankRig.now(flow.award(CLERK, team, IdempotencyKey.fresh(), budget.toString(), points, "清理河道"));
    }

    private UUID account() {
        return BankRig.now(teams.one(CLERK, team)).account();
    }

    private static String draws(Phone phone, UUID from) {
        return phone.post("/bank/pay-codes", Map.of("most", 50, "from", from.toString())).then().statusCode(201).extract().path("code");
    }

    private static Response authorises(Phone till, String code, int points) {
        return till.ask().header("Idempotency-Key", UUID.randomUUID().toString()).contentType(ContentType.JSON)
                .body(Map.of("code", code, "points", points)).post("/mini/v1/bank/till/charges");
    }

    /** How many people of this team's have such a notice. */
    private int told(String words) throws SQLException {
        try (Connection superuser = Databases.asSuperuser()) {
            return Databases.column(superuser, """
                    select n.notice_id::text from notice n join bank_team_treasurer t on t.tenant_id = n.tenant_id and t.resident_id = n.resident_id
                    where t.team_id = ?::uuid and n.words like '""" + words + "'", team.toString()).size();
        }
    }

    private static void assertRefused(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(
                Refusal.class, refused -> assertThat(refused.errors()).extracting("field").containsExactly(field));
    }

    private static void assertNotFound(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.status()).isEqualTo(404));
    }
}
