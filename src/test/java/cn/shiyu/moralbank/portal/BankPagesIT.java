package cn.shiyu.moralbank.portal;

import static cn.shiyu.mediation.Table.html;
import static cn.shiyu.mediation.Table.pageIn;
import static cn.shiyu.mediation.Table.postIn;
import static cn.shiyu.moralbank.BankRig.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.moralbank.BankRig;
import cn.shiyu.moralbank.member.Member;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The bank as people meet it: joining and leaving, money in, rules tried and put into effect; and nobody from another city. */
@QuarkusTest
class BankPagesIT {

    @Inject
    BankRig bank;

    @Test
    void aResidentReadsWhatIsKeptJoinsAndLeaves() {
        String city = "liaocheng";
        String login = "resident2";
        postIn(city, login, "/bank/leave").statusCode(303);
        assertThat(page(city, login, "/bank")).contains("加入道德银行", "邻里互助", "20 分/次", "不给任何人打分");
        assertThat(page(city, login, "/bank/join")).contains("我们保存什么", "随时可以退出");
        String back = postIn(city, login, "/bank/join", "name", "小叶子", "township", "371502001000").statusCode(422).extract().asString();
        assertThat(back).contains("请先阅读并同意", "value=\"小叶子\"", "selected");
        postIn(city, login, "/bank/join", "name", "小叶子", "township", "371502001000", "agreed", "true").statusCode(303);
        assertThat(page(city, login, "/bank")).contains("小叶子，您好", "还没有积分记录", "古楼街道");
        postIn(city, login, "/bank/join", "name", "别名", "township", "371502001000", "agreed", "true").statusCode(303);
        assertThat(page(city, login, "/bank/leave")).contains("您还有 0 积分", "确定退出");
        postIn(city, login, "/bank/leave").statusCode(303);
        postIn(city, login, "/bank/leave").statusCode(303);
        assertThat(page(city, login, "/bank")).contains("加入道德银行").doesNotContain("小叶子");
    }

    @Test
    void theClerkFundsABudgetOnceAfterLookingTwice() {
        String location = clerk("/console/bank/budgets", "sponsor", "测试慈善会", "name", "预算" + UUID.randomUUID(), "region", "341282000000");
        String address = location.replaceAll(".*(/console/bank/budgets/[0-9a-f-]{36}).*", "$1");
        assertThat(postIn("jieshou", "bank1", address + "/fund", "yuan", "12.345", "paper", "").statusCode(422).extract().asString())
                .contains("最多两位小数", "请填写凭据编号", "value=\"12.345\"");
        assertThat(postIn("jieshou", "bank1", address + "/fund", "yuan", "10.05", "paper", "A1").statusCode(422).extract().asString())
                .contains("0.10 元的整数倍");
        String check = postIn("jieshou", "bank1", address + "/fund", "yuan", "500", "paper", "测慈〔2026〕1号").statusCode(200).extract().asString();
        assertThat(check).contains("5000", "测慈〔2026〕1号", "记账以后不能修改");
        String key = check.replaceAll("(?s).*name=\"idempotencyKey\" value=\"([^\"]+)\".*", "$1");
        assertThat(booked(address, key)).contains("bank.fund");
        assertThat(booked(address, key)).contains("bank.bookedBefore");
        assertThat(page("jieshou", "bank1", address)).contains("5000", "500.00");
        postIn("jieshou", "bank1", address + "/unfund/booking", "points", "6000", "paper", "退1").statusCode(409);
        postIn("jieshou", "bank1", address + "/unfund/booking", "points", "1000", "paper", "退1").statusCode(303);
        assertThat(page("jieshou", "bank1", address)).contains("4000", "100.00");

        pageIn("liaocheng", "bank1", address).then().statusCode(404);
        postIn("liaocheng", "bank1", address + "/fund", "yuan", "1", "paper", "x").statusCode(404);
        postIn("liaocheng", "bank1", address + "/fund/booking", "yuan", "1", "paper", "x").statusCode(404);
        pageIn("jieshou", "admin1", "/console/bank").then().statusCode(404);
        pageIn("jieshou", "admin1", address).then().statusCode(404);
    }

    private static String booked(String address, String key) {
        return html("jieshou", "bank1").formParam("idempotencyKey", key).formParam("yuan", "500").formParam("paper", "测慈〔2026〕1号")
                .post(address + "/fund/booking").then().statusCode(303).extract().header("Location");
    }

    @Test
    void rulesAreTriedOnWhatWasGivenBeforeTheyCount() {
        Member member = bank.member("试算");
        bank.grant(member, "deed.help", 1, TODAY, bank.budget("100"));
        assertThat(page("jieshou", "bank1", "/console/bank/rules")).contains("现行规则", "志愿服务");
        List<String> fields = new ArrayList<>(List.of(
                "totalPerDay", "100", "expiryMonths", "12", "noticeDays", "15", "code0", "deed.help", "name0", "邻里互助", "points0", "30",
                "unit0", "EACH", "perDay0", "60", "perMonth0", "300", "givers0", "COMMITTEE"));
        fields.set(1, "0");
        assertThat(postIn("jieshou", "bank1", "/console/bank/rules", fields.toArray(String[]::new)).statusCode(422).extract().asString())
                .contains("请填写 1 到 100000 的整数", "value=\"deed.help\"");
        fields.set(1, "100");
        String address = clerk("/console/bank/rules", fields.toArray(String[]::new)).replaceAll(".*(/console/bank/rules/drafts/[0-9a-f-]{36}).*", "$1");
        String tomorrow = TODAY.plusDays(1).toString();
        assertThat(postIn("jieshou", "bank1", address + "/effect", "from", tomorrow).statusCode(409).extract().asString()).contains("请先用近期数据试算");
        clerk(address + "/simulation");
        assertThat(simulated(address)).contains("按草案触及上限的人数", "邻里互助", "重新试算");
        assertThat(postIn("jieshou", "bank1", address + "/effect", "from", TODAY.toString()).statusCode(422).extract().asString())
                .contains("请选择明天或以后的日期");
        pageIn("liaocheng", "bank1", address).then().statusCode(404);
        pageIn("jieshou", "admin1", address).then().statusCode(404);
        for (String act : List.of("simulation", "effect", "drop")) {
            postIn("liaocheng", "bank1", address + "/" + act, "from", tomorrow).statusCode(404);
        }
        clerk(address + "/effect", "from", TODAY.plusYears(5).toString());
        assertThat(page("jieshou", "bank1", "/console/bank/rules")).contains(TODAY.plusYears(5).toString());
        postIn("jieshou", "bank1", address + "/drop").statusCode(409);
        assertThat(bank.grant(member, "deed.public", 1, TODAY, bank.budget("10")).points()).as("today's rules still count").isEqualTo(15);
    }

    /** The page once the simulation is over, or as it is after half a minute. */
    private static String simulated(String address) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        String page = page("jieshou", "bank1", address);
        while (page.contains("试算中") && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            page = page("jieshou", "bank1", address);
        }
        return page;
    }

    private static String clerk(String path, String... fields) {
        return postIn("jieshou", "bank1", path, fields).statusCode(303).extract().header("Location");
    }

    private static String page(String city, String login, String path) {
        return pageIn(city, login, path).then().statusCode(200).extract().asString();
    }
}
