package cn.shiyu.agreement;

import static cn.shiyu.mediation.Table.OTHERS_PHONE;
import static cn.shiyu.mediation.Table.html;
import static cn.shiyu.mediation.Table.page;
import static cn.shiyu.mediation.Table.pageIn;
import static cn.shiyu.mediation.Table.post;
import static cn.shiyu.mediation.Table.postIn;
import static cn.shiyu.mediation.Table.underWay;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.platform.web.Times;
import cn.shiyu.support.Databases;
import cn.shiyu.support.Papers;
import cn.shiyu.support.SentMessages;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An agreement from its first word to its last duty, and who may not touch it. */
@QuarkusTest
class AgreementIT {

    private static final String OWN_PHONE = "13800009001";
    private static final String TERMS = "被申请人三日内修好水管";

    @Test
    void isSignedByBothFrozenAndFulfilled() throws IOException {
        String mediation = underWay("mediator1");
        String id = proposed(mediation);
        String path = "/agreements/" + id;
        assertThat(page("resident1", path)).contains(TERMS, "3000.00元", "《中华人民共和国民法典》第二百八十八条", OWN_PHONE)
                .doesNotContain(OTHERS_PHONE);
        pageIn("jieshou", "resident1", path + "/agreement.pdf").then().statusCode(404);
        signs("resident1", id, OWN_PHONE, "苏晓禾");
        assertThat(page("resident2", "/notices")).contains("对方已在调解协议书上签字");
        signs("resident2", id, OTHERS_PHONE, "方志远");
        assertThat(page("resident1", path)).contains("已生效");
        assertThat(page("resident1", "/mediations/" + mediation)).contains("已达成协议");

        byte[] paper = html("jieshou", "resident2").get(path + "/agreement.pdf").then().statusCode(200)
                .contentType("application/pdf").extract().asByteArray();
        String text = Papers.text(paper);
        assertThat(text).contains("人民调解协议书", "苏晓禾", "方志远", TERMS, "3000.00元", "郑国平", "东城街道人民调解委员会");
        assertThat(html("jieshou", "mediator1").get("/console/agreements/" + id + "/agreement.pdf").asByteArray()).isEqualTo(paper);
        assertThat(verified("jieshou", paper)).contains("完全一致");
        assertThat(verified("liaocheng", paper)).contains("没有找到");
        paper[paper.length / 2]++;
        assertThat(verified("jieshou", paper)).contains("没有找到");

        post("resident1", path + "/duties/1/report").statusCode(409);
        post("resident2", path + "/duties/1/report").statusCode(303);
        post("resident2", path + "/duties/1/receipt").statusCode(409);
        post("resident1", path + "/duties/1/denial").statusCode(303);
        post("resident2", path + "/duties/1/report").statusCode(303);
        post("resident1", path + "/duties/1/receipt").statusCode(303);
        assertThat(page("resident1", path)).contains("已生效");
        post("resident1", path + "/duties/2/receipt").statusCode(303);
        assertThat(page("resident1", path)).contains("已履行");
        assertThat(page("resident2", "/mediations/" + mediation)).contains("协议已履行");
    }

    @Test
    void aCodeFitsOnceForOneAndNotAfterFiveTries() {
        String id = proposed(underWay("mediator1"));
        String path = "/agreements/" + id;
        post("resident1", path + "/code").statusCode(303);
        String code = SentMessages.newestTo(OWN_PHONE).get(0);
        assertThat(post("resident2", path + "/signature", "code", code, "signature", "方志远").statusCode(422).extract().asString())
                .contains("验证码不对");
        assertThat(post("resident1", path + "/signature", "code", code, "signature", "张三").statusCode(422).extract().asString())
                .contains("要与协议书上的“苏晓禾”一致", "value=\"张三\"");
        for (int i = 0; i < 5; i++) {
            post("resident1", path + "/signature", "code", "12345" + i, "signature", "苏晓禾").statusCode(422);
        }
        post("resident1", path + "/signature", "code", code, "signature", "苏晓禾").statusCode(422);
        signs("resident1", id, OWN_PHONE, "苏晓禾");
        post("resident1", path + "/signature", "code", code, "signature", "苏晓禾").statusCode(409);
    }

    @Test
    void twoWhoSignAtTheSameInstantMakeOnePaper() throws SQLException {
        String id = proposed(underWay("mediator1"));
        post("resident1", "/agreements/" + id + "/code").statusCode(303);
        post("resident2", "/agreements/" + id + "/code").statusCode(303);
        String one = SentMessages.newestTo(OWN_PHONE).get(0);
        String other = SentMessages.newestTo(OTHERS_PHONE).get(0);
        List<Integer> answers = Stream.of(
                        CompletableFuture.supplyAsync(() -> signed("resident1", id, one, "苏晓禾")),
                        CompletableFuture.supplyAsync(() -> signed("resident1", id, one, "苏晓禾")),
                        CompletableFuture.supplyAsync(() -> signed("resident2", id, other, "方志远")),
                        CompletableFuture.supplyAsync(() -> signed("resident2", id, other, "方志远")))
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(answers).containsExactly(303, 303, 409, 409);
        try (Connection database = Databases.asSuperuser()) {
            assertThat(Databases.column(
                            database, "select type from event where stream_id = ?::uuid and type = 'AgreementInForce'", id))
                    .hasSize(1);
        }
    }

    private static int signed(String login, String id, String code, String name) {
        return post(login, "/agreements/" + id + "/signature", "code", code, "signature", name).extract().statusCode();
    }

    @Test
    void whatIsTakenBackOrObjectedToLosesItsSignatures() {
        String id = proposed(underWay("mediator1"));
        signs("resident1", id, OWN_PHONE, "苏晓禾");
        post("resident2", "/agreements/" + id + "/objection").statusCode(303);
        assertThat(page("mediator1", "/console/agreements/" + id)).contains("草拟中");
        propose(id);
        assertThat(page("resident1", "/agreements/" + id)).contains("发送验证码");
        post("mediator1", "/console/agreements/" + id + "/recall").statusCode(303);
        post("resident1", "/agreements/" + id + "/code").statusCode(409);
    }

    @Test
    void aCourtsConfirmationIsAskedForByBothInTime() {
        String id = inForce(underWay("mediator1"));
        String path = "/agreements/" + id;
        String desk = "/console/agreements/" + id;
        pageIn("jieshou", "resident1", path + "/confirmation.pdf").then().statusCode(404);
        post("resident1", path + "/confirmation").statusCode(303);
        post("mediator1", desk + "/submission", "court", "界首市人民法院", "handedIn", today(0)).statusCode(409);
        post("resident2", path + "/confirmation").statusCode(303);
        pageIn("jieshou", "resident1", path + "/confirmation.pdf").then().statusCode(200).contentType("application/pdf");
        assertThat(post("mediator1", desk + "/submission", "court", "", "handedIn", "").statusCode(422).extract().asString())
                .contains("请填写受理法院");
        post("mediator1", desk + "/submission", "court", "界首市人民法院", "handedIn", today(1)).statusCode(422);
        post("mediator1", desk + "/submission", "court", "界首市人民法院", "handedIn", today(0)).statusCode(303);
        post("mediator1", desk + "/ruling", "ruling", "(2026)皖1282民特1号", "confirmed", "true").statusCode(303);
        assertThat(page("resident2", path)).contains("已确认有效，裁定书 (2026)皖1282民特1号");
    }

    @Test
    void whatIsNotDoneInTimeCanBeCalledBrokenAndNotBefore() throws SQLException {
        String mediation = underWay("mediator1");
        String id = inForce(mediation);
        post("mediator1", "/console/agreements/" + id + "/breach").statusCode(409);
        try (Connection owner = Databases.asSuperuser();
                java.sql.PreparedStatement late = owner.prepareStatement(
                        "update agreement_duty set due_on = current_date - 3 where agreement_id = ?::uuid")) {
            late.setString(1, id);
            late.executeUpdate();
        }
        assertThat(page("resident1", "/agreements/" + id)).contains("已逾期");
        post("mediator1", "/console/agreements/" + id + "/breach").statusCode(303);
        assertThat(page("resident1", "/mediations/" + mediation)).contains("协议未履行");
    }

    @Test
    void nobodyElseSeesOrSigns() {
        String id = proposed(underWay("mediator1"));
        pageIn("jieshou", "admin1", "/console/agreements/" + id).then().statusCode(404);
        pageIn("jieshou", "mediator2", "/console/agreements/" + id).then().statusCode(404);
        pageIn("liaocheng", "mediator1", "/console/agreements/" + id).then().statusCode(404);
        pageIn("liaocheng", "resident1", "/agreements/" + id).then().statusCode(404);
        pageIn("liaocheng", "resident1", "/agreements/" + id + "/agreement.pdf").then().statusCode(404);
        for (String act : List.of("code", "signature", "objection", "confirmation", "duties/1/report", "duties/1/receipt",
                "duties/1/denial")) {
            postIn("liaocheng", "resident1", "/agreements/" + id + "/" + act, "code", "1", "signature", "别人").statusCode(404);
        }
        for (String act : List.of("draft", "proposal", "recall", "breach", "submission", "ruling")) {
            postIn("liaocheng", "mediator1", "/console/agreements/" + id + "/" + act, "facts", "别人", "terms", "别人", "duty0", "别人",
                            "debtor0", "APPLICANT", "due0", today(5), "court", "别处", "handedIn", today(0), "ruling", "1")
                    .statusCode(404);
        }
    }

    @Test
    void aDraftWithFaultsComesBackWithAllThatWasTyped() {
        String mediation = underWay("mediator1");
        String id = begun(mediation);
        String back = post("mediator1", "/console/agreements/" + id + "/proposal", "facts", "漏水", "terms", "", "duty0", "赔钱",
                        "yuan0", "三千", "due0", "2020-01-01")
                .statusCode(422).extract().asString();
        assertThat(back).contains("请写明协议内容", "请选择由谁履行", "请填写金额", "请选择今天或以后的日期", "value=\"赔钱\"", "value=\"三千\"");
        assertThat(post("mediator1", "/console/agreements/" + id + "/proposal", "facts", "漏水", "terms", "修好").statusCode(422)
                .extract().asString()).contains("请至少写一项履行事项");
        assertThat(begun(mediation)).as("one agreement of one mediation").isEqualTo(id);
    }

    @Test
    void whatWasAgreedIsSealedInTheDatabaseAndInNoEvent() throws SQLException {
        String id = inForce(underWay("mediator1"));
        try (Connection database = Databases.asSuperuser()) {
            for (String table : List.of("agreement", "agreement_party", "agreement_duty")) {
                assertThat(Databases.column(database, "select t::text from " + table + " t where agreement_id = ?::uuid", id))
                        .as(table).isNotEmpty().noneMatch(AgreementIT::tells);
            }
            assertThat(Databases.column(database, "select e::text from event e where stream_id = ?::uuid", id))
                    .hasSizeGreaterThanOrEqualTo(4).noneMatch(AgreementIT::tells);
        }
    }

    private static boolean tells(String row) {
        return row.contains("水管") || row.contains("苏晓禾") || row.contains(OTHERS_PHONE) || row.contains("%PDF");
    }

    private static String begun(String mediation) {
        return post("mediator1", "/console/mediation/" + mediation + "/agreement").statusCode(303).extract().header("Location")
                .replaceAll(".*/console/agreements/", "");
    }

    private static String proposed(String mediation) {
        String id = begun(mediation);
        assertThat(page("mediator1", "/console/agreements/" + id)).contains("楼上水管从十月起往我家漏水");
        propose(id);
        return id;
    }

    private static void propose(String id) {
        post("mediator1", "/console/agreements/" + id + "/proposal", "facts", "楼上水管漏水", "terms", TERMS, "debtor0", "RESPONDENT",
                        "duty0", "赔偿天花板损失", "yuan0", "3000", "due0", today(10), "debtor1", "RESPONDENT", "duty1", "修好水管", "yuan1", "",
                        "due1", today(3))
                .statusCode(303);
    }

    private static String inForce(String mediation) {
        String id = proposed(mediation);
        signs("resident1", id, OWN_PHONE, "苏晓禾");
        signs("resident2", id, OTHERS_PHONE, "方志远");
        return id;
    }

    private static void signs(String login, String id, String phone, String name) {
        post(login, "/agreements/" + id + "/code").statusCode(303);
        post(login, "/agreements/" + id + "/signature", "code", SentMessages.newestTo(phone).get(0), "signature", name)
                .statusCode(303);
    }

    private static String verified(String city, byte[] paper) {
        return html(city, "resident1").contentType("multipart/form-data").multiPart("paper", "a.pdf", paper, "application/pdf")
                .post("/agreement-verification").then().statusCode(200).extract().asString();
    }

    private static String today(int more) {
        return LocalDate.now(Times.ZONE).plusDays(more).toString();
    }
}
