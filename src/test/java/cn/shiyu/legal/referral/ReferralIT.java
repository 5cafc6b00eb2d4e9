package cn.shiyu.legal.referral;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.mediation.Table;
import cn.shiyu.support.Databases;
import cn.shiyu.support.Hands;
import cn.shiyu.support.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A grid worker sends a dispute to the village's advisor, who takes it on a phone. */
@QuarkusTest
class ReferralIT {

    private static final String WORDS = "两家为排水沟吵了一个月，昨天动了手";

    @Test
    void goesToTheVillagesOwnAdvisorAndEndsWithAnOutcome() {
        String id = sent();
        String path = "/console/referrals/" + id;
        assertThat(Table.page("advisor1", "/console/referrals")).contains("排水沟");
        assertThat(Table.page("advisor1", path)).contains(WORDS, "姚子波");
        Table.post("advisor1", path + "/settlement", "outcome", "ADVISED", "words", "还没接收").statusCode(409);
        Table.post("grid1", path + "/acceptance").statusCode(403);
        Table.post("advisor1", path + "/acceptance").statusCode(303);
        Table.post("grid1", path + "/withdrawal").statusCode(409);
        Table.post("advisor1", path + "/settlement", "outcome", "", "words", "").statusCode(422);
        Table.post("advisor1", path + "/settlement", "outcome", "MEDIATION", "words", "建议先找人民调解委员会").statusCode(303);
        assertThat(Table.page("grid1", path)).contains("建议先找人民调解委员会", "转调解");
    }

    @Test
    void isDeclinedWithAReasonOrTakenBack() {
        String id = sent();
        Table.post("advisor1", "/console/referrals/" + id + "/declining", "words", "").statusCode(422);
        Table.post("advisor1", "/console/referrals/" + id + "/declining", "words", "我是一方的亲戚").statusCode(303);
        assertThat(Table.page("grid1", "/console/referrals/" + id)).contains("我是一方的亲戚");
        String other = sent();
        Table.post("grid1", "/console/referrals/" + other + "/withdrawal").statusCode(303);
        Table.post("advisor1", "/console/referrals/" + other + "/acceptance").statusCode(409);
    }

    @Test
    void nobodyElseSeesOrDoesAnything() {
        String id = sent();
        for (String login : List.of("advisor2", "dispatcher1", "admin1")) {
            Table.pageIn("jieshou", login, "/console/referrals/" + id).then().statusCode(404);
        }
        Table.pageIn("liaocheng", "advisor1", "/console/referrals/" + id).then().statusCode(404);
        for (String act : List.of("acceptance", "declining", "settlement", "withdrawal")) {
            Table.postIn("liaocheng", "advisor1", "/console/referrals/" + id + "/" + act, "words", "别人", "outcome", "ADVISED")
                    .statusCode(404);
        }
        Table.pageIn("jieshou", "dispatcher1", "/console/referrals").then().statusCode(403);
        Table.post("advisor1", "/console/referrals", "field", "neighbours", "township", "341282001000", "title", "t", "words", "w")
                .statusCode(403);
    }

    @Test
    void whatIsWrittenIsSealedAndFaultsComeBackWithIt() throws SQLException {
        String id = sent();
        try (Connection database = Databases.asSuperuser()) {
            assertThat(Databases.column(database, "select r::text from legal_referral r where referral_id = ?::uuid", id))
                    .isNotEmpty().noneMatch(row -> row.contains("排水沟"));
        }
        assertThat(Table.post("grid1", "/console/referrals", "words", WORDS).statusCode(422).extract().asString())
                .contains(WORDS, "请选择法律领域", "请选择您所在的乡镇或街道", "请用一句话说明问题");
    }

    @Test
    void isUsableOnAPhone() {
        String id = sent();
        try (Person gridWorker = new Person("jieshou", Hands.MOUSE, 360);
                Person advisor = new Person("jieshou", Hands.KEYBOARD, 360)) {
            gridWorker.signsIn("grid1", "/console/referrals").looks("referral-list").opens("/console/referrals/new").looks("referral-new");
            advisor.signsIn("advisor1", "/console/referrals/" + id).looks("referral-sent")
                    .presses("form[action$='/acceptance'] button").looks("referral-taken");
            advisor.opens("/console/legal/record").looks("legal-record");
        }
    }

    private static String sent() {
        return Table.post("grid1", "/console/referrals", "field", "neighbours", "township", "341282001000", "village", "341282001001",
                        "title", "两家为排水沟动手", "words", WORDS)
                .statusCode(303).extract().header("Location").replaceAll(".*/console/referrals/([0-9a-f-]{36}).*", "$1");
    }
}
