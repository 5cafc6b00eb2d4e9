package cn.shiyu.booking;

import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Ask;
import cn.shiyu.support.Hands;
import cn.shiyu.support.Person;
import cn.shiyu.support.Phone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hall with two windows: numbers in a fair order, one capacity for those who booked and those who come, no names on the board. */
@QuarkusTest
class HallIT {

    private static final Pattern GIVEN = Pattern.compile("given=(\\d+)");

    @Inject
    HallClock clock;

    private UUID hall;

    @BeforeEach
    void opensAHall() {
        clock.standsInWorkingHours();
        hall = BookingCity.bookable(BookingCity.JIESHOU, "HALL_WINDOW", 2, LocalTime.of(8, 0), LocalTime.of(18, 0));
    }

    @AfterEach
    void closesIt() {
        clock.goesOn();
        BookingCity.run("update bookable set active = false where bookable_id = ?", hall);
    }

    @Test
    void callsNumbersInTheOrderOfTheirPlaces() {
        List<Integer> given = List.of(takes("甲"), takes("乙"), takes("丙"));
        assertThat(given).containsExactly(1, 2, 3);
        assertThat(calls(1)).isEqualTo(303);
        assertThat(calls(1)).as("the window serves somebody").isEqualTo(409);
        assertThat(calls(2)).isEqualTo(303);
        assertThat(statuses()).containsExactly("CALLED 1", "CALLED 2", "WAITING");
        assertThat(act(1, "skip", 1).statusCode()).isEqualTo(303);
        assertThat(calls(1)).isEqualTo(303);
        assertThat(statuses()).containsExactly("SKIPPED 1", "CALLED 2", "CALLED 1");
        assertThat(act(3, "finish", 1).statusCode()).isEqualTo(303);
        assertThat(act(1, "call", 1).statusCode()).isEqualTo(303);
        assertThat(act(1, "again", 1).statusCode()).isEqualTo(303);
        assertThat(statuses()).containsExactly("CALLED 1", "CALLED 2", "DONE 1");
        assertThat(act(3, "finish", 1).statusCode()).as("done once").isEqualTo(409);
        assertThat(BookingCity.ask("select k.status from booking k join hall_ticket t using (tenant_id, booking_id) where t.bookable_id = ?"
                        + " and number = 3", hall))
                .containsExactly("DONE");
    }

    @Test
    void putsWhoBookedWhereTheirTimeStands() {
        takes("先来的");
        // Somebody whose booked time is over an hour ahead of the line's first free places, and is there already.
        UUID booking = booked(clock.now().plusSeconds(3600));
        assertThat(post("clerk1", "/console/hall/" + hall + "/bookings/" + booking + "/number", Map.of("window", "1")).statusCode())
                .isEqualTo(303);
        assertThat(post("clerk1", "/console/hall/" + hall + "/bookings/" + booking + "/number", Map.of("window", "1")).statusCode())
                .as("one number for one booking")
                .isEqualTo(409);
        takes("后来的");
        List<String> line = BookingCity.ask(
                "select number::text from hall_ticket where bookable_id = ? order by turn_at, number", hall);
        assertThat(line).containsExactly("1", "3", "2");
    }

    @Test
    void sharesOneCapacityWithThoseWhoBooked() {
        takes("甲");
        takes("乙");
        takes("丙");
        assertThat(BookingCity.ask("select count(*)::text from booking where bookable_id = ? and status = 'CHECKED_IN'", hall))
                .containsExactly("3");
        assertThat(BookingCity.ask("select count(distinct starts_at)::text from booking where bookable_id = ?", hall))
                .as("two windows: the third stands at the next time")
                .containsExactly("2");
    }

    @Test
    void givesOneNumberHoweverOftenItIsSent() {
        Map<String, String> form = form("甲");
        assertThat(post("clerk1", "/console/hall/" + hall + "/numbers", form).header("Location")).contains("given=1");
        assertThat(post("clerk1", "/console/hall/" + hall + "/numbers", form).header("Location")).contains("given=1");
        assertThat(statuses()).hasSize(1);
    }

    @Test
    void saysWhereANumberStandsAndNeverWho() {
        takes("不该出现的名字");
        takes("也不该出现的名字");
        calls(1);
        String board = Ask.in("jieshou").accept("text/html").get("/hall/" + code()).asString();
        assertThat(board).contains("1 号窗口", "等候 1 人").doesNotContain("出现的名字");
        assertThat(Ask.in("jieshou").accept("text/html").get("/hall/" + code()).header("Refresh")).isEqualTo("10");
        assertThat(Ask.in("jieshou").accept("text/html").get("/hall/" + code() + "?ask=1").header("Refresh")).as("nobody types on a page that loads itself anew").isNull();
        assertThat(asks("2").asString()).contains("2 号：", "前面还有 0 人").doesNotContain("出现的名字");
        assertThat(asks("77").statusCode()).isEqualTo(422);
        assertThat(asks("abc").asString()).contains("没有这个号码", "value=\"abc\"");
    }

    @Test
    void saysOnAPhoneHowManyAreAheadOfOnesOwnNumber() {
        takes("甲");
        takes("乙");
        Phone phone = Phone.in("jieshou");
        List<String> free = phone.get("/booking-services/hall-matter/bookables/" + hall + "/slots").path("start");
        String booking = phone.ask().header("Idempotency-Key", UUID.randomUUID().toString()).contentType("application/json")
                .body(Map.of("bookable", hall.toString(), "service", "hall-matter", "mode", "CENTRE_DESK", "start", free.get(8)))
                .post("/mini/v1/bookings").then().statusCode(201).extract().path("id");
        phone.post("/bookings/" + booking + "/confirmation", Map.of()).then().statusCode(200);
        phone.get("/bookings/" + booking + "/number").then().statusCode(404);
        post("clerk1", "/console/hall/" + hall + "/bookings/" + booking + "/number", Map.of("window", "1"));
        Response mine = phone.get("/bookings/" + booking + "/number");
        assertThat(mine.<Integer>path("number")).isEqualTo(3);
        assertThat(mine.<Integer>path("before")).isEqualTo(2);
        assertThat(phone.get("/halls/" + code()).<Integer>path("waiting")).isEqualTo(3);
        calls(2);
        assertThat(phone.get("/halls/" + code() + "/numbers/1").<Integer>path("window")).isEqualTo(2);
        assertThat(phone.get("/bookings/" + booking + "/number").<Integer>path("before")).isEqualTo(1);
        phone.get("/halls/" + code() + "/numbers/99").then().statusCode(422);
        Phone.in("jieshou").get("/bookings/" + booking + "/number").then().statusCode(404);
        Phone other = Phone.in("liaocheng");
        other.get("/halls/" + code()).then().statusCode(404);
        other.get("/halls/" + code() + "/numbers/1").then().statusCode(404);
    }

    @Test
    void isNobodyElsesAndNotAnotherCitys() {
        int number = takes("甲");
        assertThat(Ask.in("liaocheng").accept("text/html").get("/hall/" + code()).statusCode()).isEqualTo(404);
        for (String[] who : new String[][] {{"liaocheng", "clerk1"}, {"jieshou", "advisor1"}, {"jieshou", "dispatcher1"}}) {
            assertThat(ask(who[0], who[1]).get("/console/hall/" + hall).statusCode()).as(who[1]).isEqualTo(404);
            assertThat(post(who[0], who[1], "/console/hall/" + hall + "/numbers", form("乙")).statusCode()).isEqualTo(404);
            assertThat(post(who[0], who[1], "/console/hall/" + hall + "/next", Map.of("window", "1")).statusCode()).isEqualTo(404);
            assertThat(post(who[0], who[1], path(number, "call"), Map.of("window", "1")).statusCode()).isEqualTo(404);
        }
        assertThat(statuses()).containsExactly("WAITING");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void isUsableOnAPhoneAndReadFromAfar(int width) {
        takes("甲");
        takes("乙");
        try (Person clerk = new Person("jieshou", Hands.MOUSE, width)) {
            clerk.signsIn("clerk1", "/console/hall/" + hall)
                    .presses("button:has-text('叫下一个')")
                    .finds("等候 1 人")
                    .looks("hall-window")
                    .opens("/hall/" + code())
                    .finds("接下来")
                    .looks("hall-board")
                    .presses("text=输入号码查询")
                    .fills("#f-number", "2")
                    .presses("button:has-text('查询')")
                    .finds("前面还有 0 人")
                    .looks("hall-progress");
        }
    }

    private int takes(String name) {
        Response answer = post("clerk1", "/console/hall/" + hall + "/numbers", form(name));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        Matcher given = GIVEN.matcher(answer.header("Location"));
        assertThat(given.find()).isTrue();
        return Integer.parseInt(given.group(1));
    }

    private static Map<String, String> form(String name) {
        Map<String, String> form = new HashMap<>();
        form.put("idempotencyKey", UUID.randomUUID().toString());
        form.put("window", "1");
        form.put("name", name);
        form.put("service", "hall-matter");
        return form;
    }

    private UUID booked(Instant start) {
        return await(() -> clock.book(hall, start));
    }

    private int calls(int window) {
        return post("clerk1", "/console/hall/" + hall + "/next", Map.of("window", String.valueOf(window))).statusCode();
    }

    private Response act(int number, String act, int window) {
        return post("clerk1", path(number, act), Map.of("window", String.valueOf(window)));
    }

    private String path(int number, String act) {
        String ticket = BookingCity.ask("select ticket_id::text from hall_ticket where bookable_id = ? and number = ?", hall, number).get(0);
        return "/console/hall/" + hall + "/tickets/" + ticket + "/" + act;
    }

    private List<String> statuses() {
        return BookingCity.ask("select concat_ws(' ', status, window_no) from hall_ticket where bookable_id = ? order by number", hall);
    }

    private String code() {
        return BookingCity.ask("select code from bookable where bookable_id = ?", hall).get(0);
    }

    private Response asks(String number) {
        return Ask.in("jieshou").accept("text/html").queryParam("number", number).get("/hall/" + code());
    }

    private static Response post(String login, String path, Map<String, String> form) {
        return post("jieshou", login, path, form);
    }

    private static Response post(String city, String login, String path, Map<String, String> form) {
        return ask(city, login).contentType("application/x-www-form-urlencoded; charset=UTF-8").formParams(form).post(path);
    }

    private static RequestSpecification ask(String city, String login) {
        return Ask.in(city, login).accept("text/html");
    }
}
