package cn.shiyu.counselling;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Ask;
import cn.shiyu.support.Databases;
import cn.shiyu.support.Phone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * What somebody writes to a counsellor is in no table, file, cache or log in a form that anybody could read: every table, the whole
 * folder of the servers (their logs and the write-ahead log too), Redis, the files, and every line logged at the finest level
 * while it is written, answered, offered, taken along and refused, and while the database fails.
 */
@QuarkusTest
class SecrecyIT {

    private static final String WORDS = "外婆走的那天我躲在衣柜里哭了一夜";
    private static final String ALIAS = "衣柜里的星星";
    private static final String ANSWER = "谢谢你肯说出衣柜里的那一夜";
    private static final String ON_THE_PHONE = "手机上再说一遍衣柜的事";
    private static final String REFUSED = "这一句没有寄成但也不能留下";
    private static final Traces TRACES = new Traces(WORDS, ALIAS, ANSWER, ON_THE_PHONE, REFUSED);

    @Test
    void isNowhereButWithTheTwo() throws Exception {
        List<String> logged;
        String id;
        try (Connection owner = Databases.asSuperuser();
                AllLogs logs = new AllLogs(line -> TRACES.in(line) || line.contains("canary"))) {
            everyStatementIsLogged(owner, true);
            Logger.getLogger("cn.shiyu.counselling").trace("canary of the finest level");
            id = story();
            whileTheDatabaseFails(owner, id);
            everyStatementIsLogged(owner, false);
            assertThat(logs.found()).as("the finest level is seen").anyMatch(line -> line.contains("canary"));
            assertThat(logs.seen()).isGreaterThan(1000);
            logged = logs.found().stream().filter(TRACES::in).toList();
        }
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(logged).as("logged").isEmpty();
        softly.assertThat(TRACES.inTables()).as("tables").isEmpty();
        softly.assertThat(TRACES.inRedis()).as("redis").isEmpty();
        softly.assertThat(TRACES.inFiles(Path.of(setting("shiyu.files.folder")))).as("files").isEmpty();
        softly.assertThat(TRACES.inFiles(servers())).as("folder of the servers").isEmpty();
        softly.assertAll();
        // And yet it is there for the two.
        assertThat(Letters.page("jieshou", "counsellor1", "/console/counselling/threads/" + id).asString()).contains(WORDS, ALIAS, ANSWER);
    }

    /** Each look finds what is planted for it: otherwise finding nothing would mean nothing. */
    @Test
    void eachLookFindsWhatIsThere() throws Exception {
        Traces planted = new Traces("种下的一句话");
        assertThat(planted.in("别的话")).isFalse();
        assertThat(planted.in(java.util.Base64.getEncoder().encodeToString("x种下的一句话y".getBytes("UTF-8")))).isTrue();
        try (Connection owner = Databases.asSuperuser(); Statement sql = owner.createStatement()) {
            sql.execute("create table planted (x bytea)");
            try {
                sql.execute("insert into planted values (convert_to('前种下的一句话后', 'UTF8'))");
                assertThat(planted.inTables()).containsExactly("public.planted");
                sql.execute("insert into planted values (convert_to(encode(convert_to('种下的一句话', 'UTF8'), 'base64'), 'UTF8'))");
                sql.execute("delete from planted where x = convert_to('前种下的一句话后', 'UTF8')");
                assertThat(planted.inTables()).as("Base64 in a column of bytes").containsExactly("public.planted");
                sql.execute("checkpoint");
                assertThat(planted.inFiles(servers())).isNotEmpty();
            } finally {
                sql.execute("drop table planted");
            }
        }
    }

    private static String story() {
        String id = Letters.open("jieshou", "resident1", "counsellor1", ALIAS, WORDS);
        Letters.counsellor("jieshou", "counsellor1", id, "answer", "words", ANSWER).then().statusCode(303);
        Letters.resident("jieshou", "resident1", id, "words", "words", WORDS + "。我不想活了").then().statusCode(303);
        Letters.counsellor("jieshou", "counsellor1", id, "offer", "counsellor", "counsellor2").then().statusCode(303);
        Letters.resident("jieshou", "resident1", id, "agreement", "counsellor", "counsellor2").then().statusCode(303);
        Letters.resident("jieshou", "resident1", id, "change", "counsellor", "counsellor1").then().statusCode(303);
        for (String path : List.of("/counselling/threads", "/counselling/threads/" + id, "/counselling/threads/" + id + "/counselling.zip")) {
            Letters.page("jieshou", "resident1", path).then().statusCode(200);
        }
        Letters.page("jieshou", "counsellor1", "/console/counselling").then().statusCode(200);
        // Refused: too long, no field, another's, no key; then the same key for something else, broken JSON.
        Letters.resident("jieshou", "resident1", id, "words", "words", REFUSED.repeat(400)).then().statusCode(422);
        Letters.form("jieshou", "resident1").formParam("idempotencyKey", Letters.fresh()).formParam("counsellor", "counsellor1")
                .formParam("words", REFUSED).formParam("alias", ALIAS).post("/counselling/threads").then().statusCode(422);
        Letters.resident("jieshou", "resident2", id, "words", "words", REFUSED).then().statusCode(404);
        Letters.form("jieshou", "resident1").formParam("words", REFUSED).post("/counselling/threads/" + id + "/words").then().statusCode(422);
        onThePhone();
        return id;
    }

    private static void onThePhone() {
        Phone phone = Phone.in("jieshou");
        String key = Letters.fresh();
        Map<String, String> letter = Map.of("counsellor", "counsellor1", "field", "stress", "alias", ALIAS, "words", ON_THE_PHONE);
        phone.ask().header("Idempotency-Key", key).contentType(ContentType.JSON).body(letter)
                .post("/mini/v1/counselling/threads").then().statusCode(201);
        phone.ask().header("Idempotency-Key", key).contentType(ContentType.JSON)
                .body(Map.of("counsellor", "counsellor1", "field", "stress", "words", REFUSED))
                .post("/mini/v1/counselling/threads").then().statusCode(409);
        for (String broken : List.of("{\"words\": {\"a\": \"" + REFUSED + "\"}}", "{\"words\": \"" + REFUSED + "\", ", "\"" + REFUSED + "\"",
                "{\"" + REFUSED + "\": 1, \"words\": \"" + REFUSED + "\"}")) {
            int status = phone.ask().header("Idempotency-Key", Letters.fresh()).contentType(ContentType.JSON).body(broken)
                    .post("/mini/v1/counselling/threads").statusCode();
            assertThat(status).isBetween(400, 499);
        }
    }

    /** The statement that stores a letter fails on the server, which says so in its log with what it was given. */
    private static void whileTheDatabaseFails(Connection owner, String id) throws SQLException {
        try (Statement sql = owner.createStatement()) {
            sql.execute("alter table counselling_message add constraint planted_failure check (false) not valid");
            try {
                int status = Letters.resident("jieshou", "resident1", id, "words", "words", REFUSED).statusCode();
                assertThat(status).isGreaterThanOrEqualTo(500);
                Phone phone = Phone.in("jieshou");
                String problem = phone.ask().header("Idempotency-Key", Letters.fresh()).contentType(ContentType.JSON)
                        .body(Map.of("counsellor", "counsellor1", "field", "stress", "words", REFUSED))
                        .post("/mini/v1/counselling/threads").asString();
                assertThat(problem).contains("status").doesNotContain(REFUSED, "counselling_message");
            } finally {
                sql.execute("alter table counselling_message drop constraint planted_failure");
            }
        }
    }

    private static void everyStatementIsLogged(Connection owner, boolean on) throws SQLException {
        try (Statement sql = owner.createStatement()) {
            sql.execute(on ? "alter system set log_statement = 'all'" : "alter system reset log_statement");
            sql.execute("select pg_reload_conf()");
        }
    }

    /** Where the test's PostgreSQL, Redis and Keycloak keep their data and logs. */
    private static Path servers() throws SQLException {
        try (Connection owner = Databases.asSuperuser()) {
            return Path.of(Databases.column(owner, "show data_directory").get(0)).getParent();
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
