package cn.shiyu.booking;

import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.support.Ask;
import cn.shiyu.support.Hands;
import cn.shiyu.support.Person;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk of those who are booked: their day, whoever comes, their rota; and nobody else's. */
@QuarkusTest
class BookingDeskIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String NOTE = "邻居的墙裂了怎么办";

    @Inject
    BookingFlow flow;

    @Inject
    SlotQueries slots;

    @Inject
    CityDirectory cities;

    private City city;
    private UUID desk;

    @BeforeEach
    void opensADesk() {
        city = cities.byId(BookingCity.JIESHOU);
        desk = BookingCity.bookable(BookingCity.JIESHOU, "LEGAL_ADVISOR", 1, LocalTime.MIDNIGHT, LocalTime.of(23, 59));
        BookingCity.run("update bookable set login = 'advisor1' where bookable_id = ?", desk);
    }

    /** Residents in other tests choose among all that are offered. */
    @AfterEach
    void closesIt() {
        BookingCity.run("update bookable set active = false where bookable_id = ?", desk);
    }

    @Test
    void showsWhoComesAndWhatTheyWroteToThoseWhoReceiveThemAlone() {
        Booked booked = books();
        for (String login : List.of("advisor1", "clerk1")) {
            assertThat(get(login, booked).statusCode()).as(login).isEqualTo(200);
            assertThat(get(login, booked).asString()).contains(NOTE, "13800001234");
        }
        for (String login : List.of("advisor2", "mediator1", "dispatcher1", "supervisor1", "admin1")) {
            assertThat(get(login, booked).statusCode()).as(login).isEqualTo(404);
            assertThat(post("jieshou", login, booked.path("check-in"), Map.of()).statusCode()).as(login).isEqualTo(404);
            assertThat(ask("jieshou", login).get(place() + "/rota").statusCode()).as(login).isEqualTo(404);
        }
    }

    @Test
    void isNotThereInAnotherCity() {
        Booked booked = books();
        for (String login : List.of("advisor1", "clerk1")) {
            assertThat(ask("liaocheng", login).get(place()).statusCode()).isEqualTo(404);
            assertThat(ask("liaocheng", login).get(place() + "/rota").statusCode()).isEqualTo(404);
            for (String act : List.of("check-in", "start", "finish", "miss", "forgive", "cancel")) {
                assertThat(post("liaocheng", login, booked.path(act), Map.of()).statusCode()).as(act).isEqualTo(404);
            }
            assertThat(post("liaocheng", login, place() + "/rota/exceptions", closed(booked, "save")).statusCode()).isEqualTo(404);
            assertThat(post("liaocheng", login, place() + "/rota/week", Map.of("act", "save")).statusCode()).isEqualTo(404);
        }
        assertThat(status(booked)).isEqualTo("CONFIRMED");
    }

    @Test
    void takesAPersonFromTheDoorToTheEnd() {
        Booked booked = books();
        does(booked, "check-in", "CHECKED_IN");
        does(booked, "start", "SERVING");
        does(booked, "finish", "DONE");
        assertThat(post("jieshou", "advisor1", booked.path("start"), Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void refusesToCallSomebodyAbsentBeforeTheirTime() {
        Booked booked = books();
        assertThat(get("advisor1", booked).asString()).doesNotContain("登记未到");
        assertThat(post("jieshou", "advisor1", booked.path("miss"), Map.of()).statusCode()).isEqualTo(409);
        assertThat(status(booked)).isEqualTo("CONFIRMED");
    }

    @Test
    void triesARotaWithoutTouchingABookingAndThenTellsWhomItHits() {
        Booked booked = books();
        String tried = post("jieshou", "advisor1", place() + "/rota/exceptions", closed(booked, "try")).asString();
        assertThat(tried).contains("有 1 个预约会失去时间", "外出开庭");
        assertThat(status(booked)).isEqualTo("CONFIRMED");
        String asked = post("jieshou", "advisor1", place() + "/rota/exceptions", closed(booked, "save")).asString();
        assertThat(asked).contains("有 1 个预约会失去时间", "仍然保存");
        assertThat(status(booked)).isEqualTo("CONFIRMED");
        assertThat(post("jieshou", "advisor1", place() + "/rota/exceptions", closed(booked, "sure")).statusCode()).isEqualTo(303);
        assertThat(status(booked)).isEqualTo("DISPLACED");
        assertThat(get("advisor1", booked).asString()).contains("有预约需要改期", "待改期");
    }

    @Test
    void keepsWhatWasTypedWhereAWeekIsWrong() {
        Response wrong = post(
                "jieshou", "advisor1", place() + "/rota/week",
                Map.of("day-0", "MONDAY", "from-0", "12:00", "to-0", "09:00", "act", "save"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.asString()).contains("结束要晚于开始", "value=\"12:00\"", "#f-to-0");
        assertThat(BookingCity.ask("select count(*)::text from rota_pattern where bookable_id = ?", desk)).containsExactly("7");
    }

    @Test
    void registersWhoeverStandsThereOnceHoweverOftenItIsSent() {
        Map<String, String> form = Map.of(
                "idempotencyKey", UUID.randomUUID().toString(), "name", "老张", "service", "legal-talk");
        for (int i = 0; i < 2; i++) {
            assertThat(post("jieshou", "advisor1", place() + "/walk-ins", form).statusCode()).isEqualTo(303);
        }
        assertThat(BookingCity.ask("select status from booking where bookable_id = ? and walk_in", desk))
                .containsExactly("CHECKED_IN");
        Response empty = post("jieshou", "advisor1", place() + "/walk-ins", Map.of(
                "idempotencyKey", UUID.randomUUID().toString(), "name", "", "service", "legal-talk"));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.asString()).contains("请填写称呼");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void isUsableOnAPhoneToo(int width) {
        Booked booked = books();
        try (Person advisor = new Person("jieshou", Hands.MOUSE, width)) {
            advisor.signsIn("advisor1", place() + "?day=" + booked.day())
                    .finds(NOTE)
                    .looks("booking-desk-day")
                    .presses("button:has-text('签到')")
                    .finds("已签到")
                    .opens(place() + "/rota")
                    .finds("的排班")
                    .looks("booking-desk-rota");
        }
    }

    private record Booked(UUID desk, UUID id, LocalDate day) {
        String path(String act) {
            return "/console/booking/" + desk + "/bookings/" + id + "/" + act;
        }
    }

    private Booked books() {
        Caller resident = BookingCity.resident(BookingCity.JIESHOU);
        ServiceOffer service = BookingSettings.of(city).service("legal-talk").orElseThrow();
        LocalDate today = slots.today(city);
        Slot slot = await(() -> slots.free(city, desk, service, today, today.plusDays(1))).get(0);
        UUID id = await(() -> flow.hold(
                resident, IdempotencyKey.fresh(), new BookingFlow.Wish(desk, "legal-talk", Mode.PHONE, slot.start())));
        await(() -> flow.confirm(resident, id, "13800001234", NOTE));
        return new Booked(desk, id, slot.start().atZone(ZONE).toLocalDate());
    }

    private Map<String, String> closed(Booked booked, String act) {
        return Map.of(
                "day", booked.day().toString(), "from", "00:00", "to", "23:59", "kind", "CLOSED", "reason", "外出开庭", "act", act);
    }

    private void does(Booked booked, String act, String status) {
        assertThat(post("jieshou", "advisor1", booked.path(act), Map.of("day", booked.day().toString())).statusCode()).isEqualTo(303);
        assertThat(status(booked)).isEqualTo(status);
    }

    private static String status(Booked booked) {
        return BookingCity.ask("select status from booking where booking_id = ?", booked.id()).get(0);
    }

    private Response get(String login, Booked booked) {
        return ask("jieshou", login).get(place() + "?day=" + booked.day());
    }

    private String place() {
        return "/console/booking/" + desk;
    }

    private static RequestSpecification ask(String city, String login) {
        return Ask.in(city, login).accept("text/html");
    }

    private static Response post(String city, String login, String path, Map<String, String> form) {
        return ask(city, login)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(path);
    }
}
