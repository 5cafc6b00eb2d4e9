package cn.shiyu.moralbank.volunteering;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.moralbank.BankRig;
import cn.shiyu.moralbank.EarnBank;
import cn.shiyu.moralbank.settlement.SettleFlow;
import cn.shiyu.moralbank.settlement.Statement;
import cn.shiyu.support.Databases;
import cn.shiyu.support.Hands;
import cn.shiyu.support.Person;
import cn.shiyu.tenancy.CityDirectory;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From a sign-up to what a shop is paid, by four people in browsers, two of them on phones. */
@QuarkusTest
class MoralBankStoryIT {

    private static final int PHONE = 360;
    private static final int DESKTOP = 1280;
    private static final YearMonth LAST = YearMonth.from(BankRig.TODAY).minusMonths(1);

    @Inject
    EarnBank bank;

    @Inject
    SettleFlow settling;

    @Inject
    CityDirectory cities;

    @Test
    void hoursBecomePointsAndPointsBecomeAShopsMoney() throws SQLException {
        bank.opens("resident1");
        String activity = ActivityIT.published("5");
        try (Person volunteer = new Person("jieshou", Hands.MOUSE, PHONE);
                Person organiser = new Person("jieshou", Hands.MOUSE, DESKTOP);
                Person clerk = new Person("jieshou", Hands.MOUSE, DESKTOP);
                Person seller = new Person("jieshou", Hands.MOUSE, PHONE)) {
            serves(volunteer, organiser, activity);
            String shop = opensAShop(clerk, seller);
            pays(volunteer, seller, 7);
            gives(volunteer, seller, 2);
            isPaid(seller, clerk, shop, 7);
        }
    }

    private void serves(Person volunteer, Person organiser, String activity) throws SQLException {
        volunteer.signsIn("resident1", "/bank/activities/" + activity)
                .presses("form[action$='/place'] button")
                .finds("已报名")
                .looks("bank-signed-up");
        ActivityIT.runs(activity);
        organiser.signsIn("organiser1", "/console/bank/activities/" + activity + "/screen?d=IN").looks("bank-screen");
        volunteer.opens("/bank/activities/" + activity + "/check?d=IN")
                .fills("#f-code", organiser.reads(".earn-digits"))
                .presses("form[action$='/check'] button")
                .finds("签到");
        ActivityIT.minutesAgo(activity, 60);
        organiser.opens("/console/bank/activities/" + activity + "/screen?d=OUT");
        volunteer.opens("/bank/activities/" + activity + "/check?d=OUT")
                .fills("#f-code", organiser.reads(".earn-digits"))
                .presses("form[action$='/check'] button");
        ActivityIT.ends(activity);
        organiser.opens("/console/bank/activities/" + activity).presses("form[action$='/hours'] button");
        volunteer.opens("/bank/activities/" + activity).finds("10 分").looks("bank-hours");
    }

    /** The clerk takes a shop in and hands out a code; its person binds a phone. @return the shop's id */
    private static String opensAShop(Person clerk, Person seller) {
        clerk.signsIn("bank1", "/console/bank/merchants")
                .fills("form[method=post] #f-name", "故事面馆 " + UUID.randomUUID().toString().substring(0, 8))
                .fills("#f-address", "解放路 9 号")
                .selects("#f-region", "341282001000")
                .looks("bank-merchants")
                .presses("form[method=post] button:has-text('新增')")
                .finds("商家已新增")
                .presses("form[action$='/bind-code'] button")
                .looks("bank-merchant");
        String code = clerk.reads(".sy-notice-good").replaceAll("(?s).*?(\\d{8}).*", "$1");
        seller.signsIn("resident2", "/bank/till")
                .looks("bank-bind")
                .fills("#f-bind", code)
                .presses("form[action$='/binding'] button")
                .finds("还没有收款");
        return clerk.attribute("form[action$='/bind-code']", "action").replaceAll(".*/merchants/([0-9a-f-]{36})/.*", "$1");
    }

    private static void pays(Person volunteer, Person seller, int points) {
        volunteer.opens("/bank/pay").looks("bank-pay").presses("button:has-text('生成付款码')").looks("bank-code");
        seller.opens("/bank/till")
                .fills("#f-code", "1234 5678")
                .fills("#f-points", "7")
                .presses("form[action$='/charges'] button:has-text('预扣')")
                .finds("请顾客换一个付款码再试")
                .fills("#f-code", volunteer.reads(".bank-code-digits"))
                .fills("#f-points", "" + points)
                .looks("bank-till")
                .presses("form[action$='/charges'] button:has-text('预扣')")
                .finds("已预扣，待确认")
                .looks("bank-authorised")
                .presses("form[action$='/capture'] button")
                .finds("已收款");
        volunteer.opens("/bank/payments").finds("故事面馆").looks("bank-payments");
        volunteer.opens("/notices").finds("收取了您 " + points + " 分积分");
    }

    /** A payment by mistake, confirmed where the network is away and sent when it is back; and its refund. */
    private static void gives(Person volunteer, Person seller, int points) {
        volunteer.opens("/bank/pay").presses("button:has-text('生成付款码')");
        seller.opens("/bank/till")
                .fills("#f-code", volunteer.reads(".bank-code-digits"))
                .fills("#f-points", "" + points)
                .presses("form[action$='/charges'] button:has-text('预扣')")
                .network(false);
        seller.all("form[action$='/capture'] button").click();
        seller.awaits("[data-till-queue]:has-text('已存在本机')")
                .looks("bank-queued")
                .network(true)
                .awaits("main:has-text('已收款')");
        seller.all("details[data-confirm] summary:has-text('退款')").first().click();
        seller.presses("dialog[open] form[action$='/refund'] button").finds("已退款");
    }

    private void isPaid(Person seller, Person clerk, String shop, int points) throws SQLException {
        UUID account = lastMonth(shop);
        Statement made = BankRig.now(settling.settle(cities.byId(BankRig.CITY), BankRig.SYSTEM, account, LAST));
        assertThat(made.due()).isEqualTo(points);
        seller.opens("/bank/till/statements")
                .looks("bank-statements")
                .presses("a:has-text('" + LAST + "')")
                .finds("逐笔核对：与生成时一致")
                .looks("bank-statement");
        assertThat(seller.reads("dl")).contains("" + points, made.yuan());
        clerk.opens("/console/bank/merchants/" + shop + "/statements/" + made.id()).finds(made.yuan()).looks("bank-desk-statement");
        seller.opens("/bank/figures").finds("道德银行公开账");
    }

    /** As if all of the shop had been booked last month, and the month were closed since. */
    private static UUID lastMonth(String shop) throws SQLException {
        try (Connection superuser = Databases.asSuperuser(); java.sql.Statement it = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            UUID account = UUID.fromString(Databases.column(
                            superuser, "select account_id::text from bank_merchant where merchant_id = ?::uuid", shop)
                    .get(0));
            it.execute("set local session_replication_role = replica");
            it.execute("create temporary table moved on commit drop as select transfer_id from bank_posting where account_id = '" + account + "'");
            for (String table : List.of("bank_transfer", "bank_posting")) {
                it.execute("update " + table + " set booked_on = date '" + LAST.atDay(15)
                        + "' where transfer_id in (select transfer_id from moved)");
            }
            it.execute("insert into bank_close (tenant_id, closed_on, transfers, postings, points, digest, closed_at) values ('jieshou', date '"
                    + LAST.atEndOfMonth() + "', 0, 0, 0, '\\x00', now()) on conflict do nothing");
            superuser.commit();
            return account;
        }
    }
}
