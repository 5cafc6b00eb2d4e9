package cn.shiyu.open311;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Ask;
import cn.shiyu.support.Databases;
import cn.shiyu.support.Hands;
import cn.shiyu.support.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The administrator's page of keys. */
@QuarkusTest
class PartnerDeskIT {

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void anAdministratorGivesAKeyAndTakesItBack(int width) {
        String name = "智慧社区平台 " + width;
        try (Person admin = new Person("jieshou", Hands.MOUSE, width)) {
            admin.signsIn("admin1", "/console/open311").finds("签发新密钥");
            admin.fills("#f-name", name).fills("#f-perMinute", "很多").presses("text=签发密钥");
            admin.finds("请填写合作方的联系电话或邮箱").looks("open311-refused");
            assertThat(admin.attribute("#f-name", "value")).isEqualTo(name);
            admin.fills("#f-contact", "0558-4812345")
                    .fills("#f-perMinute", "30")
                    .presses("text=签发密钥")
                    .looks("open311-issued");
            String key = admin.reads("#key");
            assertThat(key).matches("sy311-[\\w-]{43}");
            admin.presses("text=返回密钥列表").finds(name).looks("open311-keys");
            assertThat(admin.all("main").textContent())
                    .doesNotContain(key)
                    .contains("…" + key.substring(key.length() - 4));
            admin.all("summary:has-text('停用')").first().click();
            admin.looks("open311-revoking").presses("text=确认停用").finds("密钥已停用");
            Ask.in("jieshou")
                    .get("/open311/v2/requests/JS1?api_key=" + key)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void aRenewedKeyFindsWhatTheOldOneFiledAndTheOldOneEnds() throws SQLException {
        Civic old = Civic.of("jieshou", "换发的合作方", 60);
        String id = old.files();
        String keyId = keyIdOf(old);
        String page = Civic.admin("jieshou")
                .formParam("idempotencyKey", UUID.randomUUID().toString())
                .post("/console/open311/keys/" + keyId + "/renewal")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String renewed = Civic.keyOn(page);
        Civic.admin("jieshou")
                .post("/console/open311/keys/" + keyId + "/revocation")
                .then()
                .statusCode(303);
        old.readsOwnIs(id, 403);
        Ask.in("jieshou")
                .get("/open311/v2/requests/" + id + "?api_key=" + renewed)
                .then()
                .statusCode(200);
        try (Connection database = Databases.asApplicationIn("jieshou")) {
            assertThat(Databases.column(
                            database, "select type from event where stream_id = ?::uuid order by seq", keyId))
                    .containsExactly("PartnerKeyIssued", "PartnerKeyRevoked");
        }
    }

    @Test
    void aFormSentTwiceIsOneKeyAndTheSecondShowsNone() {
        String once = UUID.randomUUID().toString();
        Civic.issue("jieshou", once, "只发一次", "0558-1", "5").then().statusCode(200);
        Civic.issue("jieshou", once, "只发一次", "0558-1", "5").then().statusCode(303);
    }

    @Test
    void onlyAdministratorsOfThisCityManageItsKeys() throws SQLException {
        String keyId = keyIdOf(Civic.of("jieshou", "别家的", 60));
        for (String login : List.of("dispatcher1", "supervisor1", "resident1")) {
            Ask.in("jieshou", login)
                    .accept("text/html")
                    .get("/console/open311")
                    .then()
                    .statusCode(403);
            Ask.in("jieshou", login)
                    .accept("text/html")
                    .post("/console/open311/keys/" + keyId + "/revocation")
                    .then()
                    .statusCode(403);
        }
        Civic.admin("liaocheng")
                .post("/console/open311/keys/" + keyId + "/revocation")
                .then()
                .statusCode(404);
        Civic.admin("liaocheng")
                .formParam("idempotencyKey", UUID.randomUUID().toString())
                .post("/console/open311/keys/" + keyId + "/renewal")
                .then()
                .statusCode(404);
        Civic.admin("jieshou")
                .post("/console/open311/keys/not-an-id/revocation")
                .then()
                .statusCode(404);
        assertThat(Civic.admin("liaocheng").get("/console/open311").asString()).doesNotContain("别家的");
        assertThat(Ask.in("jieshou", "dispatcher1")
                        .accept("text/html")
                        .get("/console")
                        .asString())
                .doesNotContain("开放接口");
    }

    @Test
    void manyKeysComePageByPage() {
        for (int i = 0; i <= PartnerKeyQueries.PAGE; i++) {
            Civic.issue("liaocheng", UUID.randomUUID().toString(), "批量合作方 " + i, "0635-1", "5")
                    .then()
                    .statusCode(200);
        }
        String first = Civic.admin("liaocheng").get("/console/open311").asString();
        assertThat(first).contains("批量合作方 20<", "after=").doesNotContain("批量合作方 0<");
        String next = first.replaceAll("(?s).*/console/open311\\?after=([\\w-]+).*", "$1");
        assertThat(Civic.admin("liaocheng")
                        .get("/console/open311?after=" + next)
                        .asString())
                .contains("批量合作方 0<");
        Civic.admin("liaocheng").get("/console/open311?after=made-up").then().statusCode(422);
    }

    private static String keyIdOf(Civic civic) throws SQLException {
        try (Connection database = Databases.asApplicationIn("jieshou")) {
            return Databases.column(
                            database,
                            "select key_id from open311_key where key_end = ? order by key_id desc limit 1",
                            civic.key().substring(civic.key().length() - 4))
                    .get(0);
        }
    }
}
