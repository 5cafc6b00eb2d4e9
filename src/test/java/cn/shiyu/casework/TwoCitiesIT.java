package cn.shiyu.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import cn.shiyu.platform.files.Samples;
import cn.shiyu.support.Ask;
import cn.shiyu.support.Databases;
import cn.shiyu.support.Desk;
import cn.shiyu.support.Life;
import cn.shiyu.support.Phone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case with a photo lives its whole life in 界首; to 聊城 it is at no step there: not refused, not there. */
@QuarkusTest
class TwoCitiesIT {

    private static final String TABLES =
            "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')"
                    + " and relname <> 'flyway_schema_history' and not relispartition order by 1";

    private final List<Desk> colleagues = List.of(
            Desk.of("liaocheng", "dispatcher1"),
            Desk.of("liaocheng", "supervisor1"),
            Desk.of("liaocheng", "cg-handler1"),
            Desk.of("liaocheng", "followup1"),
            Desk.of("liaocheng", "assessor1"));

    private Phone resident;
    private Phone elsewhere;
    private String number;
    private String code;
    private String photo;

    @BeforeEach
    void peopleSignIn() {
        resident = Phone.in("jieshou");
        elsewhere = Phone.in("liaocheng");
    }

    @Test
    void oneCitysCaseIsNeverThereInAnother() {
        photo = resident.uploads("灯.jpg", Samples.jpeg(64, 48));
        isNotThere("/files/" + photo);
        Response receipt = resident.sends(resident.words("files", List.of(photo)));
        number = receipt.then().statusCode(201).extract().path("number");
        code = receipt.path("lookUpCode");
        after("submitting");
        Life.DISPATCHER.does(number, "acceptance", "category", "urban.streetlight", "grade", "URGENT", "visibility", "PUBLIC");
        after("accepting");
        Life.DISPATCHER.does(number, "publication", "boardSubject", "路灯不亮", "boardText", "东环路北段路灯不亮。");
        Ask.in("jieshou").get("/mini/v1/board/" + number).then().statusCode(200);
        after("publishing");
        Life.DISPATCHER.does(number, "dispatch", "lead", "D-urban-management", "assists", "D-power");
        after("dispatching");
        Life.HANDLER.does(number, "start", "words", "已联系").does(number, "log", "words", "已到现场", "audience", "resident");
        after("handling");
        Life.HANDLER.does(number, "completion", "reply", "两盏路灯线路老化,已经全部更换修复。");
        after("finishing");
        Life.FOLLOW_UP_AGENT.does(number, "follow-up", "reached", "true", "responded", "true", "solved", "true", "satisfaction", "SATISFIED");
        after("following up");
        resident.post("/cases/" + number + "/rating", Map.of("level", "VERY_SATISFIED")).then().statusCode(200);
        Life.FOLLOW_UP_AGENT.does(number, "closure");
        after("closing");
        resident.get("/cases/" + number).then().statusCode(200);
        resident.get("/files/" + photo).then().statusCode(200);
        Life.DISPATCHER.ask().get("/files/" + photo).then().statusCode(200);
    }

    private void after(String step) {
        assertSoftly(softly -> {
            softly.assertThat(elsewhere.get("/cases/" + number).statusCode()).as("mini, after %s", step).isEqualTo(404);
            softly.assertThat(elsewhere.get("/files/" + photo).statusCode()).as("photo, after %s", step).isEqualTo(404);
            softly.assertThat(lookUpElsewhere().statusCode()).as("look-up, after %s", step).isEqualTo(404);
            colleagues.forEach(desk -> softly.assertThat(desk.sees(number).statusCode()).as("console, after %s", step).isEqualTo(404));
            softly.assertThat(colleagues.get(0).sends(number, "acceptance").statusCode()).as("acting, after %s", step).isEqualTo(404);
        });
        isNotThere("/cases/" + number);
        isNotThere("/report/done/" + number);
        isNotThere("/board/" + number);
        isNotThere("/mini/v1/board/" + number);
        isNotThere("/files/" + photo);
        isNotThere("/files/" + photo + "/thumb");
        assertThat(Ask.in("liaocheng").accept("text/html").get("/board").asString()).doesNotContain(number);
        assertThat(colleagues.get(0).ask().get("/console?scope=BELOW").asString()).doesNotContain(number);
        isNotThereBySql(step);
    }

    private static void isNotThere(String path) {
        boolean open = path.startsWith("/mini/v1/board") || path.startsWith("/board");
        Response answer = (open ? Ask.in("liaocheng") : Ask.in("liaocheng", "resident1")).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        assertThat(answer.<String>path("code")).as(path).isEqualTo("not-found");
    }

    private Response lookUpElsewhere() {
        return Ask.in("liaocheng")
                .contentType("application/json")
                .body(Map.of("number", number, "code", code))
                .post("/mini/v1/look-ups");
    }

    /** Every row of every table that mentions the case, its number or its photo, asked for as the application. */
    private void isNotThereBySql(String step) {
        try (Connection here = Databases.asApplicationIn("jieshou");
                Connection there = Databases.asApplicationIn("liaocheng");
                Connection nowhere = Databases.asApplication()) {
            String id = Databases.column(here, "select case_id from case_file where number = ?", number).get(0);
            int found = 0;
            for (String table : Databases.column(here, TABLES)) {
                String mentions = "select count(*) from " + table + " x where x::text ~ ?";
                String traces = number + "|" + id + "|" + photo;
                found += Integer.parseInt(Databases.column(here, mentions, traces).get(0));
                assertThat(Databases.column(there, mentions, traces)).as("%s after %s", table, step).containsExactly("0");
                assertThat(Databases.column(nowhere, mentions, traces)).as("%s after %s", table, step).containsExactly("0");
            }
            assertThat(found).as("rows that the city itself sees").isGreaterThan(4);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyTableOfTheSchemaHasItsWall() throws SQLException {
        String walled = " relrowsecurity and relforcerowsecurity and relowner <> 'shiyu_app'::regrole"
                + " and exists (select 1 from pg_attribute a where a.attrelid = pg_class.oid and a.attname = 'tenant_id' and a.attnotnull)"
                + " and exists (select 1 from pg_policy p where p.polrelid = pg_class.oid and p.polqual is not null and p.polwithcheck is not null)";
        String bare = TABLES.replace(" order by 1", " and not (" + walled + ")");
        try (Connection superuser = Databases.asSuperuser()) {
            assertThat(Databases.column(superuser, TABLES)).hasSizeGreaterThan(10).contains("case_file", "event", "clock");
            assertThat(Databases.column(superuser, bare)).isEmpty();
        }
    }

    @Test
    void noTableShowsARowOfAnotherCityOrWithoutACity() throws SQLException {
        resident.submits();
        elsewhere.submits();
        try (Connection there = Databases.asApplicationIn("liaocheng");
                Connection nowhere = Databases.asApplication()) {
            for (String table : Databases.column(there, TABLES)) {
                assertThat(Databases.column(there, "select count(*) from " + table + " where tenant_id <> 'liaocheng'"))
                        .as(table)
                        .containsExactly("0");
                assertThat(Databases.column(nowhere, "select count(*) from " + table)).as(table).containsExactly("0");
            }
            assertThat(Databases.column(there, "select count(*) from case_file")).doesNotContain("0");
        }
    }

    /** A copy of one of the city's own rows, with another city's name on it. */
    @Test
    void aRowForgedForAnotherCityIsRefused() throws SQLException {
        elsewhere.submits();
        try (Connection there = Databases.asApplicationIn("liaocheng");
                Statement forge = there.createStatement()) {
            for (String table : List.of("case_file", "event", "clock", "idempotency_key", "resident", "case_draft", "case_number")) {
                String columns = String.join(", ", Databases.column(
                        there,
                        "select attname from pg_attribute where attrelid = ?::regclass and attnum > 1 and not attisdropped order by attnum",
                        table));
                String row = table.equals("case_draft")
                        ? "values ('jieshou', 'somebody', '{}', now())"
                        : "select 'jieshou', " + columns + " from " + table + " limit 1";
                assertThatThrownBy(() -> forge.execute("insert into " + table + " (tenant_id, " + columns + ") " + row))
                        .as(table)
                        .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
            }
            assertThat(forge.executeUpdate("update case_file set subject = 'mine' where tenant_id = 'jieshou'")).isZero();
            assertThatThrownBy(() -> forge.execute("update case_file set tenant_id = 'jieshou'"))
                    .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }
}
