package cn.shiyu.moralbank.reward;

import static cn.shiyu.mediation.Table.page;
import static cn.shiyu.mediation.Table.pageIn;
import static cn.shiyu.mediation.Table.post;
import static cn.shiyu.mediation.Table.postIn;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.moralbank.BankRig;
import cn.shiyu.moralbank.EarnBank;
import cn.shiyu.moralbank.member.JoinFlow;
import cn.shiyu.support.Databases;
import cn.shiyu.support.Life;
import cn.shiyu.support.Phone;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A useful report is thanked once, by a clerk who never sees what was written or by whom. */
@QuarkusTest
class RewardIT {

    private static final String DESK = "/console/bank/rewards";

    @Inject
    EarnBank bank;

    @Inject
    JoinFlow joining;

    @Test
    void aMembersHazardIsThankedOnceAndNothingOfItIsShown() throws SQLException {
        bank.opens();
        String number = closed(false);
        String id = one("select case_id from case_file where number = ?", number);
        assertThat(page("bank1", DESK)).doesNotContain(number);
        post("bank1", DESK + "/" + id + "/grant").statusCode(404);
        joins(number);
        assertThat(page("bank1", DESK)).contains(number, "隐患").doesNotContain("路灯整晚不亮", "东环路北段");
        pageIn("jieshou", "committee1", DESK).then().statusCode(403);
        post("committee1", DESK + "/" + id + "/grant").statusCode(403);
        postIn("liaocheng", "bank1", DESK + "/" + id + "/grant").statusCode(404);
        assertThat(pageIn("liaocheng", "bank1", DESK).asString()).doesNotContain(number);
        assertThat(post("bank1", DESK + "/" + id + "/refusal", "reason", "").statusCode(422).extract().asString()).contains("请填写内容");
        post("bank1", DESK + "/" + id + "/grant").statusCode(303);
        post("bank1", DESK + "/" + id + "/grant").statusCode(409);
        post("bank1", DESK + "/" + id + "/refusal", "reason", "重复").statusCode(409);
        assertThat(page("bank1", DESK)).doesNotContain(number);
        assertThat(one("select points from bank_transfer where source_type = 'report' and source_id = ?", id)).isEqualTo("10");
    }

    @Test
    void whatWasSentAnonymouslyIsNoCandidate() throws SQLException {
        String number = closed(true);
        joins(number);
        assertThat(page("bank1", DESK)).doesNotContain(number);
        post("bank1", DESK + "/" + one("select case_id from case_file where number = ?", number) + "/grant").statusCode(404);
    }

    private static String closed(boolean anonymous) {
        Phone phone = Phone.in("jieshou");
        Map<String, Object> typed = phone.words();
        typed.put("kind", "HAZARD");
        typed.put("anonymous", anonymous);
        return Life.closed(phone.sends(typed).then().statusCode(201).extract().path("number"));
    }

    private void joins(String number) throws SQLException {
        UUID reporter = UUID.fromString(one("select resident_id from case_file where number = ?", number));
        BankRig.now(joining.join(BankRig.resident(reporter), "热心人", BankRig.HOME, true));
    }

    private static String one(String sql, String of) throws SQLException {
        try (Connection database = Databases.asSuperuser()) {
            return Databases.column(database, sql, of).get(0);
        }
    }
}
