package cn.shiyu.booking;

import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.support.Ask;
import cn.shiyu.support.Hands;
import cn.shiyu.support.Person;
import cn.shiyu.support.Phone;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Private calendar addresses: what an app gets there, and who else does not. */
@QuarkusTest
class CalendarFeedIT {

    private static final String NOTE = "丈夫打我，想问离婚";

    @Inject
    BookingFlow flow;

    @Inject
    SlotQueries slots;

    @Inject
    CalendarFeedFlow feeds;

    @Inject
    CityDirectory cities;

    private UUID desk;

    @BeforeEach
    void opensADesk() {
        desk = BookingCity.bookable(BookingCity.JIESHOU, "LEGAL_ADVISOR", 1, LocalTime.MIDNIGHT, LocalTime.of(23, 59));
        BookingCity.run("update bookable set login = 'advisor2', place = '三楼法律服务室' where bookable_id = ?", desk);
    }

    @AfterEach
    void closesIt() {
        BookingCity.run("update bookable set active = false where bookable_id = ?", desk);
    }

    @Test
    void givesACalendarAppTimePlaceAndServiceAndNothingElse() throws Exception {
        Caller resident = BookingCity.resident(BookingCity.JIESHOU);
        Booked booked = books(resident);
        String own = token(resident);
        Calendar calendar = read(fetch(own));
        VEvent event = (VEvent) calendar.getComponent(Component.VEVENT).orElseThrow();
        assertThat(calendar.getComponents(Component.VEVENT)).hasSize(1);
        assertThat(text(event, Property.SUMMARY)).isEqualTo("法律咨询 · 某人");
        assertThat(text(event, Property.LOCATION)).isEqualTo("三楼法律服务室");
        assertThat(((DtStart<?>) event.getProperty(Property.DTSTART).orElseThrow()).getDate())
                .isInstanceOfSatisfying(ZonedDateTime.class, at -> assertThat(at.toInstant()).isEqualTo(booked.start()));
        assertThat(fetch(own).asString()).doesNotContain(NOTE, "13800001234", "离婚", "居民");

        String advisors = fetch(token("advisor2")).asString();
        assertThat(advisors).contains(booked.id().toString(), "法律咨询").doesNotContain(NOTE, "13800001234", "居民");
        assertThat(fetch(token("advisor1")).asString()).doesNotContain(booked.id().toString());
    }

    @Test
    void showsAClerkTheWindowsOfTheUnitAndNobodysOwnBookings() {
        UUID window = BookingCity.bookable(BookingCity.JIESHOU, "LEGAL_ADVISOR", 1, LocalTime.MIDNIGHT, LocalTime.of(23, 59));
        Booked there = books(BookingCity.resident(BookingCity.JIESHOU), window);
        Booked elsewhere = books(BookingCity.resident(BookingCity.JIESHOU));
        assertThat(fetch(token("clerk1")).asString()).contains(there.id().toString()).doesNotContain(elsewhere.id().toString());
        BookingCity.run("update bookable set active = false where bookable_id = ?", window);
    }

    @Test
    void saysNotModifiedUntilSomethingChanges() {
        Caller resident = BookingCity.resident(BookingCity.JIESHOU);
        Booked booked = books(resident);
        String token = token(resident);
        String tag = fetch(token).header("ETag");
        Response again = Ask.in("jieshou").header("If-None-Match", tag).get(path(token));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asString()).isEmpty();
        await(() -> flow.cancel(resident, booked.id()));
        Response changed = Ask.in("jieshou").header("If-None-Match", tag).get(path(token));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.asString()).doesNotContain(booked.id().toString());
    }

    @Test
    void endsAnAddressAtOnceWhenAnotherIsMadeOrItIsRevoked() {
        Caller resident = BookingCity.resident(BookingCity.JIESHOU);
        String first = token(resident);
        String second = token(resident);
        assertThat(Ask.in("jieshou").get(path(first)).statusCode()).isEqualTo(404);
        assertThat(fetch(second).statusCode()).isEqualTo(200);
        await(() -> feeds.revoke(resident));
        assertThat(Ask.in("jieshou").get(path(second)).statusCode()).isEqualTo(404);
    }

    @Test
    void isNotThereInTheOtherCityNorUnderAnyOtherAddress() {
        String token = token(BookingCity.resident(BookingCity.JIESHOU));
        assertThat(Ask.in("liaocheng").get(path(token)).statusCode()).isEqualTo(404);
        for (String other : new String[] {token.substring(1), token.replace(token.charAt(0), '~'), "A".repeat(43), token + "A"}) {
            assertThat(Ask.in("jieshou").get(path(other)).statusCode()).as(other).isEqualTo(404);
        }
        assertThat(BookingCity.ask("select 1 from calendar_feed where encode(token_digest, 'escape') like ?", "%" + token + "%")).isEmpty();
    }

    @Test
    void isMadeOnceByAPhoneThatAsksTwiceAndEndedByIt() {
        Phone phone = Phone.in("jieshou");
        String key = UUID.randomUUID().toString();
        String address = phone.ask().header("Idempotency-Key", key).contentType("application/json").body("{}")
                .post("/mini/v1/booking-calendar").then().statusCode(201).extract().path("address");
        assertThat(address).startsWith("http://jieshou.localhost").endsWith(".ics");
        String path = address.replaceFirst("^https?://[^/]+", "");
        String repeated = phone.ask().header("Idempotency-Key", key).contentType("application/json").body("{}")
                .post("/mini/v1/booking-calendar").then().statusCode(201).extract().path("address");
        assertThat(repeated).isNull();
        assertThat(Ask.in("jieshou").get(path).statusCode()).isEqualTo(200);
        assertThat(phone.ask().get("/mini/v1/booking-calendar").<String>path("since")).isNotBlank();
        phone.ask().delete("/mini/v1/booking-calendar").then().statusCode(204);
        assertThat(Ask.in("jieshou").get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void isForNobodyWhoReceivesNobody() {
        Ask.in("jieshou", "dispatcher1").accept("text/html").get("/console/booking/calendar").then().statusCode(404);
        Ask.in("jieshou", "resident1").accept("text/html").get("/console/booking/calendar").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void isMadeRenewedAndEndedOnAPage(int width) {
        try (Person resident = new Person("jieshou", Hands.MOUSE, width)) {
            resident.signsIn("resident2", "/bookings/calendar").finds("日历订阅").looks("booking-calendar");
            if (resident.sees("text=生成订阅地址")) {
                resident.presses("button:has-text('生成订阅地址')");
            } else {
                resident.all("summary:has-text('换一个地址')").first().click();
                resident.presses("button:has-text('确定更换') >> visible=true");
            }
            resident.finds("只显示这一次").looks("booking-calendar-made");
            String address = resident.reads("#address");
            assertThat(Ask.in("jieshou").get(address.replaceFirst("^https?://[^/]+", "")).statusCode()).isEqualTo(200);
            resident.opens("/bookings/calendar").finds("订阅地址正在使用").looks("booking-calendar-in-force");
            resident.all("summary:has-text('停用')").first().click();
            resident.presses("button:has-text('确定停用') >> visible=true").finds("订阅地址已停用");
            assertThat(Ask.in("jieshou").get(address.replaceFirst("^https?://[^/]+", "")).statusCode()).isEqualTo(404);
        }
        try (Person mediator = new Person("jieshou", Hands.MOUSE, width)) {
            mediator.signsIn("mediator2", "/console/booking/calendar").finds("日历订阅").looks("booking-desk-calendar");
        }
    }

    private record Booked(UUID id, Instant start) {}

    private Booked books(Caller resident) {
        return books(resident, desk);
    }

    private Booked books(Caller resident, UUID at) {
        City city = cities.byId(BookingCity.JIESHOU);
        ServiceOffer service = BookingSettings.of(city).service("legal-talk").orElseThrow();
        LocalDate today = slots.today(city);
        Slot slot = await(() -> slots.free(city, at, service, today, today.plusDays(2))).get(0);
        UUID id = await(() -> flow.hold(
                resident, IdempotencyKey.fresh(), new BookingFlow.Wish(at, "legal-talk", Mode.PHONE, slot.start())));
        await(() -> flow.confirm(resident, id, "13800001234", NOTE));
        return new Booked(id, slot.start());
    }

    private String token(Caller holder) {
        return await(() -> feeds.make(holder, IdempotencyKey.fresh())).token();
    }

    /** Of a member of staff, made at the console. */
    private static String token(String login) {
        String page = Ask.in("jieshou", login).accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("idempotencyKey", UUID.randomUUID().toString()))
                .post("/console/booking/calendar").then().statusCode(200).extract().asString();
        return page.split("/calendar/")[1].split("\\.ics")[0];
    }

    private static Response fetch(String token) {
        Response answer = Ask.in("jieshou").get(path(token));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/calendar");
        return answer;
    }

    private static String path(String token) {
        return "/calendar/" + token + ".ics";
    }

    private static Calendar read(Response answer) throws Exception {
        return new CalendarBuilder().build(new StringReader(answer.asString()));
    }

    private static String text(VEvent event, String property) {
        return event.getProperty(property).map(one -> one.getValue()).orElse(null);
    }
}
