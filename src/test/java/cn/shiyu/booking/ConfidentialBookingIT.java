package cn.shiyu.booking;

import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.support.Ask;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A booking with somebody who counsels: the clerks of the same unit do not see it, and it does not say why. */
@QuarkusTest
class ConfidentialBookingIT {

    private static final String SERVICE = "counselling-talk";

    @Inject
    BookingFlow flow;

    @Inject
    SlotQueries slots;

    @Inject
    CityDirectory cities;

    private UUID desk;

    @BeforeEach
    void opensADesk() {
        desk = BookingCity.bookable(BookingCity.JIESHOU, Bookable.CONFIDENTIAL, 1, LocalTime.MIDNIGHT, LocalTime.of(23, 59));
        BookingCity.run("update bookable set login = 'counsellor1' where bookable_id = ?", desk);
    }

    @AfterEach
    void closesIt() {
        BookingCity.run("update bookable set active = false where bookable_id = ?", desk);
    }

    @Test
    void isSeenByTheCounsellorAloneWithoutTheAccountsName() {
        Booked booked = books();
        assertThat(seen("counsellor1", booked).statusCode()).isEqualTo(200);
        assertThat(seen("counsellor1", booked).asString()).contains("来访者").doesNotContain("苏晓禾");
        // clerk1 receives people at the very unit the desk belongs to.
        for (String login : List.of("clerk1", "counsellor2", "admin1", "dispatcher1")) {
            assertThat(seen(login, booked).statusCode()).as(login).isEqualTo(404);
            assertThat(Ask.in("jieshou", login).accept("text/html").post(
                            "/console/booking/" + desk + "/bookings/" + booked.id() + "/check-in").statusCode())
                    .as(login)
                    .isEqualTo(404);
        }
        assertThat(Ask.in("jieshou", "clerk1").accept("text/html").get("/console/booking").asString()).doesNotContain(desk.toString());
    }

    @Test
    void saysNoMoreThanTimeAndPlace() {
        Booked booked = books();
        assertThat(BookingCity.ask("select coalesce(note_sealed::text, 'none') || shown_name from booking where booking_id = ?", booked.id()))
                .containsExactly("none来访者");
        Caller resident = BookingCity.resident(BookingCity.JIESHOU);
        UUID held = hold(resident, 1);
        assertThatThrownBy(() -> await(() -> flow.confirm(resident, held, null, "我离婚了")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.errors().get(0).field()).isEqualTo("note"));
    }

    private record Booked(UUID id, LocalDate day) {}

    private Booked books() {
        Caller resident = BookingCity.resident(BookingCity.JIESHOU);
        UUID id = hold(resident, 0);
        await(() -> flow.confirm(resident, id, null, null));
        String day = BookingCity.ask(
                        "select to_char(starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') from booking where booking_id = ?", id)
                .get(0);
        return new Booked(id, LocalDate.parse(day));
    }

    private UUID hold(Caller resident, int which) {
        City city = cities.byId(BookingCity.JIESHOU);
        ServiceOffer service = BookingSettings.of(city).service(SERVICE).orElseThrow();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        Slot slot = await(() -> slots.free(city, desk, service, today, today.plusDays(2))).get(which);
        return await(() -> flow.hold(
                resident, IdempotencyKey.fresh(), new BookingFlow.Wish(desk, SERVICE, Mode.IN_PERSON, slot.start())));
    }

    private io.restassured.response.Response seen(String login, Booked booked) {
        return Ask.in("jieshou", login).accept("text/html").get("/console/booking/" + desk + "?day=" + booked.day());
    }
}
