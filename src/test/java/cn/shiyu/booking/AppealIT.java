package cn.shiyu.booking;

import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.support.Ask;
import cn.shiyu.support.Hands;
import cn.shiyu.support.Person;
import cn.shiyu.support.Phone;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who was marked as not having come may say why; the desk decides, and nobody else. */
@QuarkusTest
class AppealIT {

    private static final String WORDS = "当天发高烧在医院";

    @Inject
    AppealFlow appeals;

    @Inject
    BookingFlow flow;

    @Inject
    SlotQueries slots;

    @Inject
    CityDirectory cities;

    private UUID desk;

    @BeforeEach
    void opensADesk() {
        desk = BookingCity.bookable(BookingCity.JIESHOU, "LEGAL_ADVISOR", 1, LocalTime.MIDNIGHT, LocalTime.of(23, 59));
        BookingCity.run("update bookable set login = 'advisor2' where bookable_id = ?", desk);
    }

    @AfterEach
    void closesIt() {
        BookingCity.run("update bookable set active = false where bookable_id = ?", desk);
    }

    @Test
    void doesNotCountANoShowWhileItsAppealIsOpenAndCountsItAgainWhenRefused() {
        Caller resident = BookingCity.resident(BookingCity.JIESHOU);
        UUID missed = missed(resident, 3);
        missed(resident, 4);
        missed(resident, 5);
        assertThatThrownBy(() -> hold(resident)).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code()).isEqualTo("booking-paused"));
        await(() -> appeals.appeal(resident, missed, WORDS));
        BookingCity.run("update booking set status = 'CANCELLED', held_until = null where booking_id = ?", hold(resident));
        assertThat(decides("jieshou", "clerk1", missed, "refuse", "").statusCode()).as("a refusal says why").isEqualTo(422);
        assertThat(decides("jieshou", "clerk1", missed, "refuse", "当天有监控，您没有来").statusCode()).isEqualTo(303);
        assertThatThrownBy(() -> hold(resident)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> await(() -> appeals.appeal(resident, missed, "再说一次")))
                .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code()).isEqualTo("appeal-decided"));
        assertThat(status(missed)).isEqualTo("NO_SHOW");
        assertThat(BookingCity.ask("select words from notice where resident_id = cast(? as uuid)", resident.id()).toString()).contains("维持未到");
    }

    @Test
    void takesTheNoShowBackWhenGrantedOnce() {
        Caller resident = BookingCity.resident(BookingCity.JIESHOU);
        UUID missed = missed(resident, 3);
        await(() -> appeals.appeal(resident, missed, WORDS));
        await(() -> appeals.appeal(resident, missed, WORDS));
        assertThat(decides("jieshou", "clerk1", missed, "grant", "").statusCode()).isEqualTo(303);
        assertThat(status(missed)).isEqualTo("DONE");
        assertThat(decides("jieshou", "clerk1", missed, "refuse", "改主意了").statusCode()).as("decided once").isEqualTo(409);
        assertThat(BookingCity.ask("select type from event where stream_id = ? order by seq", missed))
                .containsExactly("NoShowAppealed", "BookingForgiven");
    }

    @Test
    void isSettledWhereTheDeskTakesTheNoShowBackByItself() {
        Caller resident = BookingCity.resident(BookingCity.JIESHOU);
        UUID missed = missed(resident, 3);
        await(() -> appeals.appeal(resident, missed, WORDS));
        assertThat(Ask.in("jieshou", "clerk1").accept("text/html").contentType("application/x-www-form-urlencoded").formParam("x", "")
                .post("/console/booking/" + desk + "/bookings/" + missed + "/forgive").statusCode()).isEqualTo(303);
        assertThat(BookingCity.ask("select status from no_show_appeal where booking_id = ?", missed)).containsExactly("GRANTED");
    }

    @Test
    void isDecidedByTheDeskAndSeenByNobodyElse() {
        Caller resident = BookingCity.resident(BookingCity.JIESHOU);
        UUID missed = missed(resident, 3);
        await(() -> appeals.appeal(resident, missed, WORDS));
        // The one who waited in vain, somebody of another office, the other city's clerk.
        for (String[] who : List.of(new String[] {"jieshou", "advisor2"}, new String[] {"jieshou", "dispatcher1"}, new String[] {"liaocheng", "clerk1"})) {
            assertThat(Ask.in(who[0], who[1]).accept("text/html").get("/console/booking/appeals/" + missed).statusCode()).as(who[1]).isEqualTo(404);
            assertThat(decides(who[0], who[1], missed, "grant", "").statusCode()).as(who[1]).isEqualTo(404);
            assertThat(Ask.in(who[0], who[1]).accept("text/html").get("/console/booking/appeals").asString()).doesNotContain(missed.toString());
        }
        assertThat(Ask.in("jieshou", "clerk1").accept("text/html").get("/console/booking/appeals/" + missed).asString()).contains(WORDS);
        Caller other = BookingCity.resident(BookingCity.JIESHOU);
        assertThatThrownBy(() -> await(() -> appeals.appeal(other, missed, WORDS)))
                .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.status()).isEqualTo(404));
        assertThat(BookingCity.ask("select payload from event where stream_id = ?", missed).toString()).doesNotContain("高烧");
        assertThat(BookingCity.ask("select 1 from no_show_appeal where encode(words_sealed, 'escape') like ?", "%" + WORDS + "%")).isEmpty();
    }

    @Test
    void refusesWhatNobodyMissedAndWhatIsLongAgo() {
        Caller resident = BookingCity.resident(BookingCity.JIESHOU);
        UUID late = missed(resident, 15);
        assertThatThrownBy(() -> await(() -> appeals.appeal(resident, late, WORDS)))
                .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code()).isEqualTo("appeal-late"));
        UUID done = missed(resident, 2);
        BookingCity.run("update booking set status = 'DONE' where booking_id = ?", done);
        assertThatThrownBy(() -> await(() -> appeals.appeal(resident, done, WORDS)))
                .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code()).isEqualTo("wrong-state"));
    }

    @Test
    void isMadeWithAPhoneToo() {
        Phone phone = Phone.in("jieshou");
        String id = BookingCity.ask("select resident_id::text from resident where tenant_id = 'jieshou' order by created_at desc limit 1").get(0);
        UUID missed = missed(UUID.fromString(id), 2);
        assertThat(phone.get("/bookings/" + missed + "/appeal").<String>path("status")).isEqualTo("NONE");
        phone.post("/bookings/" + missed + "/appeal", Map.of("words", " ")).then().statusCode(422);
        Response made = phone.post("/bookings/" + missed + "/appeal", Map.of("words", WORDS));
        assertThat(made.<String>path("status")).isEqualTo("OPEN");
        assertThat(made.<Boolean>path("possible")).isFalse();
        Phone.in("jieshou").get("/bookings/" + missed + "/appeal").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void isMadeAndDecidedOnPages(int width) {
        UUID missed = missedByAnAccount("resident2");
        try (Person resident = new Person("jieshou", Hands.MOUSE, width)) {
            resident.signsIn("resident2", "/bookings/" + missed).finds("对未到记录的申诉");
            resident.presses("button:has-text('提交申诉')").finds("请写明没有来的原因").looks("booking-appeal-empty");
            resident.fills("#f-words", WORDS).presses("button:has-text('提交申诉')").finds("已收到您的申诉").looks("booking-appealed");
        }
        try (Person clerk = new Person("jieshou", Hands.MOUSE, width)) {
            clerk.signsIn("clerk1", "/console/booking/appeals").looks("booking-appeals");
            clerk.opens("/console/booking/appeals/" + missed).finds(WORDS);
            clerk.presses("button:has-text('维持未到')").finds("请写明理由").looks("booking-appeal-decide");
            clerk.fills("#f-reason", "请下次提前取消").presses("button:has-text('撤销未到')").finds("已撤销未到");
        }
        try (Person resident = new Person("jieshou", Hands.MOUSE, width)) {
            resident.signsIn("resident2", "/bookings/" + missed).finds("已撤销未到").finds("请下次提前取消").looks("booking-appeal-granted");
        }
    }

    /** Booked as people do, then a day passes and nobody came. */
    private UUID missedByAnAccount(String login) {
        Response held = Ask.in("jieshou", login).accept("text/html").contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("idempotencyKey", UUID.randomUUID().toString(), "mode", "IN_PERSON", "start", free().start().toString()))
                .post("/book/legal-talk/" + desk + "/holds");
        assertThat(held.statusCode()).isEqualTo(303);
        UUID id = UUID.fromString(held.header("Location").replaceFirst(".*/bookings/([0-9a-f-]{36}).*", "$1"));
        BookingCity.run("update booking set status = 'NO_SHOW', held_until = null, starts_at = at, ends_at = at + interval '30 minutes',"
                + " taken = tstzrange(at, at + interval '40 minutes') from (select now() - interval '1 day' as at) x where booking_id = ?", id);
        return id;
    }

    private UUID hold(Caller resident) {
        Slot slot = free();
        return await(() -> flow.hold(
                resident, IdempotencyKey.fresh(), new BookingFlow.Wish(desk, "legal-talk", Mode.PHONE, slot.start())));
    }

    private Slot free() {
        City city = cities.byId(BookingCity.JIESHOU);
        ServiceOffer service = BookingSettings.of(city).service("legal-talk").orElseThrow();
        LocalDate today = slots.today(city);
        return await(() -> slots.free(city, desk, service, today, today.plusDays(2))).get(0);
    }

    private UUID missed(Caller resident, int daysAgo) {
        return missed(UUID.fromString(resident.id()), daysAgo);
    }

    private UUID missed(UUID resident, int daysAgo) {
        UUID id = UUID.randomUUID();
        BookingCity.run("insert into booking (tenant_id, booking_id, bookable_id, service, mode, lane, taken, starts_at, ends_at, status, resident_id,"
                + " shown_name, created_at) select 'jieshou', ?, ?, 'legal-talk', 'PHONE', 1, tstzrange(at, at + interval '40 minutes'), at,"
                + " at + interval '30 minutes', 'NO_SHOW', ?, '居民', at from (select now() - cast(? as integer) * interval '1 day' as at) x",
                id, desk, resident, daysAgo);
        return id;
    }

    private static String status(UUID booking) {
        return BookingCity.ask("select status from booking where booking_id = ?", booking).get(0);
    }

    private static Response decides(String city, String login, UUID booking, String act, String reason) {
        return Ask.in(city, login).accept("text/html").contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("act", act, "reason", reason)).post("/console/booking/appeals/" + booking);
    }
}
