package cn.shiyu.mediation;

import static cn.shiyu.mediation.Table.CLAIM;
import static cn.shiyu.mediation.Table.OTHERS_PHONE;
import static cn.shiyu.mediation.Table.STORY;
import static cn.shiyu.mediation.Table.applied;
import static cn.shiyu.mediation.Table.chosen;
import static cn.shiyu.mediation.Table.link;
import static cn.shiyu.mediation.Table.opened;
import static cn.shiyu.mediation.Table.page;
import static cn.shiyu.mediation.Table.pageIn;
import static cn.shiyu.mediation.Table.post;
import static cn.shiyu.mediation.Table.postIn;
import static cn.shiyu.mediation.Table.underWay;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.platform.files.Samples;
import cn.shiyu.support.Ask;
import cn.shiyu.support.Databases;
import cn.shiyu.support.Papers;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** A mediation between two, and what each of them and everybody else may see and do. */
@QuarkusTest
class MediationIT {

    @Test
    void anInvitationShowsNoMoreThanItMust() {
        String id = applied("resident1", "mediator1", "mediator2");
        String link = link("resident1", id);
        String glance = Ask.in("jieshou").accept("text/html").get(link).then().statusCode(200).extract().asString();
        assertThat(glance).contains("苏**", "邻里相邻", "调解自愿").doesNotContain("苏晓禾", "方志远", STORY, CLAIM, "楼上漏水", OTHERS_PHONE);
        Ask.in("liaocheng").accept("text/html").get(link).then().statusCode(404);
        Ask.in("jieshou").accept("text/html").get("/invitations/" + UUID.randomUUID()).then().statusCode(404);
        post("resident1", link, "digits", "6677").statusCode(409);
        assertThat(post("resident2", link, "digits", "0000").statusCode(422).extract().asString()).contains("后四位不对");
        opened("resident1", "resident2", id);
        String inside = page("resident2", "/mediations/" + id);
        assertThat(inside).contains("苏晓禾", CLAIM, "郑国平", "梅秀英").doesNotContain(STORY, "13800009001");
        assertThat(page("resident1", "/mediations/" + id)).contains("对方已经打开邀请").doesNotContain("/invitations/");
        assertThat(Ask.in("jieshou").accept("text/html").get(link).asString()).contains("这个邀请已经失效");
    }

    @Test
    void aLinkGuessedAtIsShutAndANewOneOpens() {
        String id = applied("resident1", "mediator1");
        String link = link("resident1", id);
        for (int i = 0; i < 5; i++) {
            post("resident2", link, "digits", "000" + i).statusCode(422);
        }
        post("resident2", link, "digits", "6677").statusCode(410);
        assertThat(page("resident1", "/mediations/" + id)).contains("链接已经失效");
        post("resident1", "/mediations/" + id + "/invitation").statusCode(303);
        post("resident2", link, "digits", "6677").statusCode(404);
        opened("resident1", "resident2", id);
    }

    @Test
    void theTwoAgreeOnAMediatorByProposingInTurn() {
        String id = applied("resident1", "mediator1");
        opened("resident1", "resident2", id);
        String path = "/mediations/" + id;
        post("resident2", path + "/choice", "mediator", "mediator2", "ownName", "方志远", "ownPhone", OTHERS_PHONE).statusCode(422);
        post("resident1", path + "/choice", "mediator", "mediator1").statusCode(403);
        assertThat(post("resident2", path + "/proposal", "mediator1", "mediator2").statusCode(422).extract().asString())
                .contains("请填写您的姓名");
        post("resident2", path + "/proposal", "mediator1", "mediator2", "mediator2", "mediator4", "ownName", "方志远", "ownPhone",
                        OTHERS_PHONE)
                .statusCode(303);
        assertThat(page("resident1", "/notices")).contains("对方另提了调解员人选");
        assertThat(page("resident1", path)).contains("梅秀英", "沈怀瑾");
        post("resident1", path + "/proposal", "mediator1", "mediator6").statusCode(303);
        chosen("resident2", id, "mediator6");
        assertThat(page("mediator6", "/console/mediation/" + id)).contains(STORY, OTHERS_PHONE);
        assertThat(post("mediator6", "/console/mediation/" + id + "/acceptance").statusCode(422).extract().asString())
                .contains("请确认与双方没有利害关系");
        post("mediator6", "/console/mediation/" + id + "/acceptance", "free", "true").statusCode(303);
        assertThat(page("resident2", path)).contains("调解中", STORY).doesNotContain("13800009001");
    }

    @Test
    void nobodyElseSeesOrDoesAnything() {
        String id = underWay("mediator1");
        for (String[] other : List.of(new String[] {"jieshou", "dispatcher1"}, new String[] {"jieshou", "admin1"})) {
        pageIn(other[0], other[1], "/mediations/" + id).then().statusCode(403);
        pageIn(other[0], other[1], "/console/mediation/" + id).then().statusCode(404);
        }
        pageIn("jieshou", "mediator2", "/console/mediation/" + id).then().statusCode(404);
        pageIn("liaocheng", "mediator1", "/console/mediation/" + id).then().statusCode(404);
        pageIn("liaocheng", "resident1", "/mediations/" + id).then().statusCode(404);
        for (String act : List.of("choice", "proposal", "refusal", "invitation", "words", "withdrawal", "recusal", "rating", "consent",
                "handover-refusal")) {
            postIn("liaocheng", "resident1", "/mediations/" + id + "/" + act, "words", "别人", "why", "别人", "level", "SATISFIED",
                    "mediator", "mediator1", "mediator1", "mediator1", "ownName", "别", "ownPhone", "13800000000").statusCode(404);
        }
        for (String[] other : List.of(new String[] {"jieshou", "mediator2"}, new String[] {"liaocheng", "mediator1"})) {
            for (String act : List.of("acceptance", "recusal", "words", "pause", "resumption", "failure", "handover", "follow-up",
                    "minutes")) {
                postIn(other[0], other[1], "/console/mediation/" + id + "/" + act, "words", "别人", "why", "别人", "free", "true",
                        "mediator", "mediator3", "way", "IN_PERSON", "place", "别处", "minutes", "别人").statusCode(404);
            }
        }
    }

    @Test
    void anAsideIsForOneSideAndTheMediatorAlone() {
        String id = underWay("mediator1");
        post("resident2", "/mediations/" + id + "/words", "words", "我最多出两千", "aside", "true").statusCode(303);
        post("resident1", "/mediations/" + id + "/words", "words", "漏了两个月").statusCode(303);
        post("mediator1", "/console/mediation/" + id + "/words", "words", "对方愿意谈", "aside", "APPLICANT").statusCode(303);
        assertThat(page("mediator1", "/console/mediation/" + id)).contains("我最多出两千", "漏了两个月", "对方愿意谈");
        assertThat(page("resident1", "/mediations/" + id)).contains("漏了两个月", "对方愿意谈").doesNotContain("我最多出两千");
        assertThat(page("resident2", "/mediations/" + id)).contains("我最多出两千", "漏了两个月").doesNotContain("对方愿意谈");
    }

    @Test
    void evidenceIsSeenByTheThreeAloneAndTakenBack() {
        String id = underWay("mediator1");
        Table.html("jieshou", "resident1").contentType("multipart/form-data")
                .multiPart("idempotencyKey", UUID.randomUUID().toString()).multiPart("name", "leak")
                .multiPart("shows", "where it drips").multiPart("photos", "a.jpg", Samples.jpeg(800, 600), "image/jpeg")
                .post("/mediations/" + id + "/evidence").then().statusCode(303);
        String seen = page("resident2", "/mediations/" + id);
        String file = seen.replaceAll("(?s).*href=\"(/files/[0-9a-f-]{36})\".*", "$1");
        pageIn("jieshou", "resident2", file).then().statusCode(200);
        pageIn("jieshou", "mediator1", file).then().statusCode(200);
        pageIn("jieshou", "mediator2", file).then().statusCode(404);
        pageIn("jieshou", "admin1", file).then().statusCode(404);
        pageIn("liaocheng", "resident1", file).then().statusCode(404);
        String item = page("resident1", "/mediations/" + id).replaceAll("(?s).*/evidence/([0-9a-f-]{36})/withdrawal.*", "$1");
        post("resident2", "/mediations/" + id + "/evidence/" + item + "/withdrawal").statusCode(404);
        post("resident1", "/mediations/" + id + "/evidence/" + item + "/withdrawal").statusCode(303);
        pageIn("jieshou", "resident2", file).then().statusCode(404);
    }

    @Test
    void aSessionTakesTheMediatorsTimeAndGivesItBack() {
        String id = underWay("mediator1");
        String desk = "/console/mediation/" + id;
        String slot = page("mediator1", desk).replaceAll("(?s).*<option value=\"([0-9a-f-]{36}@[^\"]+)\".*", "$1");
        assertThat(post("mediator1", desk + "/session", "slot", slot, "way", "").statusCode(422).extract().asString())
                .contains("请选择方式");
        post("mediator1", desk + "/session", "slot", slot, "way", "VIDEO").statusCode(303);
        assertThat(page("mediator1", desk)).doesNotContain("value=\"" + slot + "\"");
        String mine = page("resident2", "/mediations/" + id);
        assertThat(mine).containsPattern("https://meet\\.example\\.cn/shiyu-[0-9a-f]{32}");
        String session = mine.replaceAll("(?s).*/sessions/([0-9a-f-]{36})/yes.*", "$1");
        post("resident2", "/mediations/" + id + "/sessions/" + session + "/yes").statusCode(303);
        assertThat(page("mediator1", desk)).contains("被申请人：能到", "申请人：未答复");
        post("mediator1", desk + "/sessions/" + session + "/minutes", "minutes", "还早").statusCode(409);
        post("resident1", "/mediations/" + id + "/recusal", "why", "想换一位").statusCode(303);
        assertThat(page("resident1", "/mediations/" + id)).contains("已取消", "待申请人选择");
        String other = underWay("mediator1");
        assertThat(page("mediator1", "/console/mediation/" + other)).contains("value=\"" + slot + "\"");
    }

    @Test
    void isHandedOverToAnotherKindOnceBothConsentWithAllThatWasSaid() {
        String id = underWay("mediator1");
        post("mediator1", "/console/mediation/" + id + "/minutes", "way", "IN_PERSON", "place", "楼道里", "minutes", "双方各执一词")
                .statusCode(303);
        post("mediator1", "/console/mediation/" + id + "/handover", "mediator", "mediator4", "why", "需要司法确认").statusCode(303);
        post("resident1", "/mediations/" + id + "/consent").statusCode(303);
        pageIn("jieshou", "mediator4", "/console/mediation/" + id).then().statusCode(404);
        post("resident2", "/mediations/" + id + "/consent").statusCode(303);
        pageIn("jieshou", "mediator1", "/console/mediation/" + id).then().statusCode(404);
        assertThat(page("mediator4", "/console/mediation/" + id)).contains(STORY, "双方各执一词", "需要司法确认", "郑国平");
        post("mediator4", "/console/mediation/" + id + "/acceptance", "free", "true").statusCode(303);
        assertThat(page("resident2", "/mediations/" + id)).contains("司法调解", "调解中");
    }

    @Test
    void theRecordCountsEndsAndRatings() {
        String before = page("resident1", "/mediators/mediator3");
        int ended = Integer.parseInt(before.replaceAll("(?s).*已办结 (\\d+) 件.*", "$1"));
        String id = underWay("mediator3");
        post("mediator3", "/console/mediation/" + id + "/failure").statusCode(303);
        post("resident1", "/mediations/" + id + "/rating", "level", "").statusCode(422);
        post("resident1", "/mediations/" + id + "/rating", "level", "VERY_SATISFIED").statusCode(303);
        post("resident1", "/mediations/" + id + "/rating", "level", "SATISFIED").statusCode(303);
        post("resident1", "/mediations/" + id + "/rating", "level", "DISSATISFIED").statusCode(409);
        assertThat(page("resident1", "/mediators/mediator3")).contains("已办结 " + (ended + 1) + " 件", "评价 4.0 分");
        post("mediator3", "/console/mediation/" + id + "/follow-up", "words", "双方已经不再来往").statusCode(303);
    }

    @Test
    void whoDoesNotAnswerInTimeHoldsNobodyUp() throws Exception {
        String id = applied("resident1", "mediator1");
        opened("resident1", "resident2", id);
        chosen("resident2", id, "mediator1");
        late(id);
        await(id, "待申请人选择");
        late(id);
        await(id, "已撤回");
        String other = applied("resident1", "mediator1");
        late(other);
        await(other, "对方未同意");
    }

    private static void late(String id) throws SQLException {
        try (Connection owner = Databases.asSuperuser();
                java.sql.PreparedStatement late = owner.prepareStatement(
                        "update mediation set answer_due = now() - interval '1 hour' where mediation_id = ?::uuid")) {
            late.setString(1, id);
            late.executeUpdate();
        }
    }

    /** The sweep comes every few seconds. */
    private static void await(String id, String status) throws InterruptedException {
        for (int i = 0; i < 60 && !page("resident1", "/mediations/" + id).contains(status); i++) {
            Thread.sleep(500);
        }
        assertThat(page("resident1", "/mediations/" + id)).contains(status);
    }

    @Test
    void whatIsSaidIsSealedInTheDatabaseAndInNoEvent() throws SQLException {
        String id = underWay("mediator1");
        post("resident1", "/mediations/" + id + "/words", "words", "漏水漏了两个月").statusCode(303);
        post("mediator1", "/console/mediation/" + id + "/minutes", "way", "IN_PERSON", "place", "楼道里", "minutes", "各退一步")
                .statusCode(303);
        try (Connection database = Databases.asSuperuser()) {
            for (String table : List.of("mediation", "mediation_party", "mediation_word", "mediation_session", "mediation_assignment")) {
                List<String> dumped = Databases.column(
                        database, "select t::text || coalesce(encode(convert_to(t::text, 'UTF8'), 'escape'), '') from " + table
                                + " t where mediation_id = ?::uuid", id);
                assertThat(dumped).as(table).isNotEmpty().noneMatch(MediationIT::tells);
            }
            assertThat(Databases.column(database, "select e::text from event e where stream_id = ?::uuid", id))
                    .hasSizeGreaterThanOrEqualTo(6).noneMatch(MediationIT::tells);
        }
    }

    private static boolean tells(String row) {
        String hex = java.util.HexFormat.of().formatHex("漏水".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return row.contains("漏水") || row.contains(hex) || row.contains("方志远") || row.contains("苏晓禾") || row.contains(OTHERS_PHONE)
                || row.contains("各退一步") || row.contains("楼道里");
    }

    @Test
    void theDossierIsExportedWholeByTheMediatorAndByAPartyOnceItIsOver() throws IOException {
        String id = underWay("mediator1");
        post("resident2", "/mediations/" + id + "/words", "words", "我只跟调解员说", "aside", "true").statusCode(303);
        post("mediator1", "/console/mediation/" + id + "/minutes", "way", "IN_PERSON", "place", "楼道里", "minutes", "各退一步")
                .statusCode(303);
        Table.html("jieshou", "resident1").contentType("multipart/form-data")
                .multiPart("idempotencyKey", UUID.randomUUID().toString()).multiPart("name", "leak")
                .multiPart("shows", "where it drips").multiPart("photos", "a.jpg", Samples.jpeg(800, 600), "image/jpeg")
                .post("/mediations/" + id + "/evidence").then().statusCode(303);
        pageIn("jieshou", "resident1", "/mediations/" + id + "/dossier.zip").then().statusCode(409);
        pageIn("liaocheng", "mediator1", "/console/mediation/" + id + "/dossier.zip").then().statusCode(404);
        pageIn("jieshou", "mediator2", "/console/mediation/" + id + "/dossier.zip").then().statusCode(404);
        Map<String, byte[]> whole = unzipped("mediator1", "/console/mediation/" + id + "/dossier.zip");
        assertThat(whole).containsOnlyKeys("dossier.pdf", "evidence/1-1.jpg");
        assertThat(Papers.text(whole.get("dossier.pdf"))).contains("调解卷宗", "方志远", "各退一步", "我只跟调解员说", "where it drips");
        post("mediator1", "/console/mediation/" + id + "/failure").statusCode(303);
        assertThat(Papers.text(unzipped("resident1", "/mediations/" + id + "/dossier.zip").get("dossier.pdf")))
                .contains(STORY, "各退一步").doesNotContain("我只跟调解员说");
    }

    private static Map<String, byte[]> unzipped(String login, String path) throws IOException {
        byte[] zip = pageIn("jieshou", login, path).then().statusCode(200).contentType("application/zip").extract().asByteArray();
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void aConsultationGoesOnWithWhatWasTold() {
        String to = post("resident2", "/legal/consultations", "field", "contract", "township", "341282001000", "title", "借款要不回来",
                        "words", "欠条在舅舅手里")
                .statusCode(303).extract().header("Location");
        String consultation = to.replaceAll(".*/legal/consultations/([0-9a-f-]{36}).*", "$1");
        String way = "/mediations/new?consultation=" + consultation;
        assertThat(page("resident2", "/legal/consultations/" + consultation)).contains(way);
        assertThat(page("resident2", way)).contains("借款要不回来", "欠条在舅舅手里");
        pageIn("jieshou", "resident1", way).then().statusCode(404);
        post("resident1", "/mediations", "shelf", "neighbours", "township", "341282001000", "title", "别人的", "story", "别人", "claim",
                        "别人", "ownName", "甲", "ownPhone", "13800009001", "otherName", "乙", "otherPhone", OTHERS_PHONE, "mediator1",
                        "mediator1", "consultation", consultation)
                .statusCode(404);
    }

    @Test
    void applyingTwiceWithOneKeyIsOneMediation() {
        String key = UUID.randomUUID().toString();
        String[] first = new String[2];
        for (int i = 0; i < 2; i++) {
            first[i] = Table.html("jieshou", "resident1").formParam("idempotencyKey", key).formParam("shelf", "family")
                    .formParam("township", "341282001000").formParam("title", "赡养").formParam("story", "兄弟二人").formParam("claim", "轮流")
                    .formParam("ownName", "苏晓禾").formParam("ownPhone", "13800009001").formParam("otherName", "苏大")
                    .formParam("otherPhone", "13900000001").formParam("mediator1", "mediator2").post("/mediations")
                    .then().statusCode(303).extract().header("Location");
        }
        assertThat(first[0]).isEqualTo(first[1]);
    }

    @Test
    void anApplicationWithFaultsComesBackWithAllThatWasTyped() {
        String back = post("resident1", "/mediations", "story", STORY, "ownPhone", "12", "mediator1", "nobody")
                .statusCode(422).extract().asString();
        assertThat(back).contains(STORY, "请选择纠纷类别", "请选择所在的乡镇或街道", "请用一句话说明", "请写明您的要求", "请填写您的姓名", "请填写手机号码");
    }
}
