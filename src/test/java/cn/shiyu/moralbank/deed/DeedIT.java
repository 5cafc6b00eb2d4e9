package cn.shiyu.moralbank.deed;

import static cn.shiyu.mediation.Table.page;
import static cn.shiyu.mediation.Table.pageIn;
import static cn.shiyu.mediation.Table.post;
import static cn.shiyu.mediation.Table.postIn;
import static cn.shiyu.moralbank.deed.DeedTelling.own;
import static cn.shiyu.moralbank.deed.DeedTelling.tell;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.moralbank.EarnBank;
import cn.shiyu.support.Databases;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A good deed from its telling to the points, and who may not have a say in it. */
@QuarkusTest
class DeedIT {

    private static final String PLACE = "/bank/deeds/";
    private static final String DESK = "/console/bank/deeds/";
    private static final String WORDS = "雨天扶独居老人过马路回家";
    private static final String PHONE = "13900006677";

    @Inject
    EarnBank bank;

    @BeforeEach
    void opens() throws SQLException {
        bank.opens("resident1", "resident2");
        EarnBank.another();
    }

    @Test
    void isBookedOnceTwoDifferentMembersAgree() throws SQLException {
        String id = own("resident1", WORDS);
        assertThat(page("committee1", "/console/bank/deeds")).contains(WORDS);
        vote("committee1", id, "AGREE", "").statusCode(303);
        assertThat(page("committee1", "/console/bank/deeds")).doesNotContain(id);
        assertThat(vote("committee1", id, "AGREE", "").statusCode(409).extract().asString()).contains("您已经评议过了");
        assertThat(page("resident1", PLACE + id)).contains("评议中");
        vote("committee2", id, "AGREE", "").statusCode(303);
        assertThat(page("resident1", PLACE + id)).contains("已认定", "20 分");
        assertThat(page("resident1", "/notices")).contains("通过了评议，获得 20 积分");
        vote("committee3", id, "REFUSE", "晚了").statusCode(409);
        assertThat(count("select count(*) from bank_transfer where source_type = 'deed' and source_id = ?", id)).isEqualTo(1);
    }

    @Test
    void oneRefusalSendsItToAThirdAndTwoCanBeAppealedAgainst() {
        String id = own("resident2", "清理楼道 " + UUID.randomUUID());
        vote("committee1", id, "AGREE", "").statusCode(303);
        assertThat(vote("committee2", id, "REFUSE", "").statusCode(422).extract().asString()).contains("请填写内容");
        vote("committee2", id, "REFUSE", "说不清是哪一天").statusCode(303);
        assertThat(page("resident2", PLACE + id)).contains("评议中").doesNotContain("说不清是哪一天");
        vote("committee3", id, "REFUSE", "没有人证").statusCode(303);
        assertThat(page("resident2", PLACE + id)).contains("没有认定", "说不清是哪一天", "没有人证", "提出申诉");
        post("resident1", PLACE + id + "/appeal", "words", "x").statusCode(404);
        post("resident2", PLACE + id + "/appeal", "words", "楼长可以作证").statusCode(303);
        post("resident2", PLACE + id + "/appeal", "words", "再来一次").statusCode(409);
        post("committee1", DESK + id + "/answer", "decision", "grant", "words", "好").statusCode(403);
        assertThat(page("bank1", "/console/bank/deeds/appeals")).contains(id);
        assertThat(page("bank1", DESK + id)).contains("楼长可以作证", "没有人证");
        post("bank1", DESK + id + "/answer", "decision", "grant", "words", "已向楼长核实").statusCode(303);
        assertThat(page("resident2", PLACE + id)).contains("已认定", "已向楼长核实");
    }

    @Test
    void whoeverIsKinDoesNotCount() {
        String id = own("resident1", "义务理发 " + UUID.randomUUID());
        vote("committee1", id, "RECUSED", "").statusCode(303);
        vote("committee2", id, "AGREE", "").statusCode(303);
        assertThat(page("resident1", PLACE + id)).contains("评议中");
        vote("committee3", id, "AGREE", "").statusCode(303);
        assertThat(page("resident1", PLACE + id)).contains("已认定");
    }

    @Test
    void anothersDeedIsNobodysBusinessUntilTheyAccept() {
        String told = tell("resident1", "拾金不昧 " + UUID.randomUUID(), PHONE).statusCode(200).extract().asString();
        String code = told.replaceAll("(?s).*id=\"claim-code\">([A-Z0-9]{8})<.*", "$1");
        String id = told.replaceAll("(?s).*/bank/deeds/([0-9a-f-]{36}).*", "$1");
        assertThat(told).doesNotContain(PHONE);
        pageIn("jieshou", "committee1", DESK + id).then().statusCode(404);
        pageIn("jieshou", "resident2", PLACE + id).then().statusCode(404);
        post("resident1", PLACE + "claim", "code", code, "phone", PHONE).statusCode(409);
        assertThat(post("resident2", PLACE + "claim", "code", code, "phone", "13900000000").statusCode(422).extract().asString())
                .contains("口令或手机号不对");
        postIn("liaocheng", "resident2", PLACE + "claim", "code", code, "phone", PHONE).statusCode(422);
        post("resident2", PLACE + "claim", "code", code, "phone", PHONE, "act", "accept").statusCode(303);
        post("resident2", PLACE + "claim", "code", code, "phone", PHONE, "act", "accept").statusCode(422);
        assertThat(page("resident2", PLACE + id)).contains("评议中");
        assertThat(page("resident1", "/notices")).contains("本人已经确认");
        assertThat(page("committee1", DESK + id)).contains("他人讲述，本人已确认");
    }

    @Test
    void whatNobodyClaimsEnds() throws Exception {
        String told = tell("resident2", "修好公共椅子 " + UUID.randomUUID(), "13700001111").statusCode(200).extract().asString();
        String id = told.replaceAll("(?s).*/bank/deeds/([0-9a-f-]{36}).*", "$1");
        EarnBank.change("update good_deed set claim_until = now() - interval '1 hour' where deed_id = ?::uuid", id);
        for (int tries = 0; tries < 60 && !page("resident2", PLACE + id).contains("无人确认"); tries++) {
            Thread.sleep(500);
        }
        assertThat(page("resident2", PLACE + id)).contains("无人确认");
        assertThat(page("resident2", "/notices")).contains("没有人来确认");
    }

    @Test
    void theSameWordsAgainAreShownToTheCommittee() {
        String words = "给社区图书角捐书 " + UUID.randomUUID();
        own("resident1", words);
        String again = own("resident2", words + "。");
        assertThat(page("committee1", DESK + again)).contains("文字与另一件相同", "同一地方同一分钟");
    }

    @Test
    void residentsOtherCommitteesAndOtherCitiesHaveNoVote() {
        String id = own("resident1", "帮邻居抬家具 " + UUID.randomUUID());
        vote("resident1", id, "AGREE", "").statusCode(403);
        vote("organiser1", id, "AGREE", "").statusCode(404);
        vote("bank1", id, "AGREE", "").statusCode(404);
        postIn("liaocheng", "committee1", DESK + id + "/vote", "vote", "AGREE", "reason", "").statusCode(404);
        pageIn("liaocheng", "resident1", PLACE + id).then().statusCode(404);
        pageIn("liaocheng", "committee1", DESK + id).then().statusCode(404);
        pageIn("jieshou", "resident2", PLACE + id).then().statusCode(404);
    }

    @Test
    void comesBackWithWhatIsMissing() {
        assertThat(tell("resident1", "", "").statusCode(422).extract().asString()).contains("请写明做了什么");
        assertThat(tell("resident1", "写了话", "123").statusCode(422).extract().asString()).contains("11 位手机号", "写了话");
    }

    private static ValidatableResponse vote(String login, String id, String vote, String reason) {
        return post(login, DESK + id + "/vote", "vote", vote, "reason", reason);
    }

    private static long count(String sql, String id) throws SQLException {
        try (Connection database = Databases.asSuperuser()) {
            return Long.parseLong(Databases.column(database, sql, id).get(0));
        }
    }
}
