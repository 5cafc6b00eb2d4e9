package cn.shiyu.casework.portal;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import cn.shiyu.support.Ask;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CaseIT {

    private final Wizard wizard = new Wizard("jieshou", "resident1");
    private String number;

    @BeforeEach
    void submit() {
        number = wizard.submits();
    }

    @Test
    void isSeenByItsResidentAlone() {
        wizard.ask().get("/cases/" + number).then().statusCode(200);
        Ask.in("jieshou", "resident2").accept("text/html").get("/cases/" + number).then().statusCode(404);
        Ask.in("liaocheng", "resident1").accept("text/html").get("/cases/" + number).then().statusCode(404);
        Ask.in("liaocheng", "resident1").accept("text/html").get("/report/done/" + number).then().statusCode(404);
        Ask.in("jieshou").accept("text/html").get("/cases/" + number).then().statusCode(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"words", "urging", "withdrawal", "rating", "reopening"})
    void takesNoTurnFromAnybodyElse(String turn) {
        Ask.in("jieshou", "resident2")
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("words", "不是我的")
                .formParam("level", "SATISFIED")
                .post("/cases/" + number + "/" + turn)
                .then()
                .statusCode(404);
    }

    @Test
    void standsInTheListOfItsResident() {
        wizard.ask().get("/cases").then().statusCode(200).body(containsString(number));
        Ask.in("jieshou", "resident2").accept("text/html").get("/cases").then().body(not(containsString(number)));
    }

    @Test
    void takesMoreWords() {
        turn("words", "words", "昨天又坏了一盏。").then().statusCode(303).header("Location", endsWith("?done=mine.words"));
        wizard.ask().get("/cases/" + number + "?done=mine.words").then().body(
                allOf(containsString("昨天又坏了一盏。"), containsString("补充已经提交")));
    }

    @Test
    void keepsWordsThatAreTooMany() {
        String tooLong = "长".repeat(4001);
        turn("words", "words", tooLong).then().statusCode(422).body(
                allOf(containsString(tooLong), containsString("最多 4000 字"), containsString("href=\"#f-words\"")));
    }

    @Test
    void showsScriptAsText() {
        turn("words", "words", "<script>alert(1)</script>").then().statusCode(303);
        wizard.ask().get("/cases/" + number).then().body(
                allOf(containsString("&lt;script&gt;alert(1)"), not(containsString("<script>alert"))));
    }

    @Test
    void isWithdrawnOnce() {
        turn("withdrawal", "reason", "已经修好了").then().statusCode(303);
        wizard.ask().get("/cases/" + number).then().body(allOf(containsString("已撤回"), not(containsString("/urging"))));
        turn("withdrawal", "reason", "").then().statusCode(409).body(containsString("已进入下一环节"));
    }

    @Test
    void isNotRatedBeforeItIsAnswered() {
        wizard.ask().get("/cases/" + number).then().body(not(containsString("/rating")));
        turn("rating", "level", "SATISFIED").then().statusCode(409);
    }

    private Response turn(String turn, String field, String typed) {
        return wizard.ask()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam(field, typed)
                .post("/cases/" + number + "/" + turn);
    }
}
