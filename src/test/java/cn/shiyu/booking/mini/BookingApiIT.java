package cn.shiyu.booking.mini;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Phone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A booking's whole life by the published contract, and that it is nobody else's. */
@QuarkusTest
class BookingApiIT {

    private Phone resident;

    @BeforeEach
    void signsIn() {
        resident = Phone.in("jieshou");
    }

    @Test
    void holdsConfirmsMovesAndCancels() {
        String advisor = advisor(resident);
        List<String> free = free(advisor);
        String id = hold(advisor, free.get(0), UUID.randomUUID().toString()).then().statusCode(201).extract().path("id");
        assertThat(free(advisor)).doesNotContain(free.get(0));
        resident.get("/bookings/" + id).then().statusCode(200);
        assertThat(resident.get("/bookings/" + id).<String>path("status")).isEqualTo("HELD");
        assertThat(resident.get("/bookings/" + id).<String>path("heldUntil")).isNotNull();

        Response confirmed = resident.post("/bookings/" + id + "/confirmation", Map.of("phone", "13800001234", "note", "合同"));
        assertThat(confirmed.<String>path("status")).isEqualTo("CONFIRMED");
        Response moved = resident.post(
                "/bookings/" + id + "/move",
                Map.of("bookable", advisor, "service", "legal-talk", "mode", "PHONE", "start", free.get(free.size() - 1)));
        moved.then().statusCode(200);
        assertThat(moved.<String>path("start")).isEqualTo(free.get(free.size() - 1));
        assertThat(free(advisor)).contains(free.get(0));
        assertThat(resident.post("/bookings/" + id + "/cancellation", Map.of()).<String>path("status")).isEqualTo("CANCELLED");
        resident.post("/bookings/" + id + "/cancellation", Map.of()).then().statusCode(409);
        assertThat(resident.get("/bookings").<List<String>>path("items.id")).contains(id);
    }

    @Test
    void countsARepeatedRequestOnce() {
        String advisor = advisor(resident);
        String last = last(advisor);
        String key = UUID.randomUUID().toString();
        String once = hold(advisor, last, key).path("id");
        assertThat(hold(advisor, last, key).<String>path("id")).isEqualTo(once);
        resident.post("/bookings/" + once + "/cancellation", Map.of());
    }

    @Test
    void givesWhatIsTakenToNobodyElseAndOffersItToWhoWaits() {
        String advisor = advisor(resident);
        String start = last(advisor);
        String id = hold(advisor, start, UUID.randomUUID().toString()).path("id");
        Phone other = Phone.in("jieshou");
        Response refused = hold(other, advisor, start, UUID.randomUUID().toString());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("code")).isEqualTo("slot-taken");
        resident.post("/bookings/" + id + "/cancellation", Map.of());
    }

    @Test
    void namesTheFieldThatIsWrong() {
        String advisor = advisor(resident);
        String start = last(advisor);
        assertThat(field(hold(resident, "{}"))).isEqualTo("bookable");
        assertThat(field(hold(resident, wish(advisor, "legal-talk", "IN_PERSON", "2026-01-01T00:00:00Z")))).isEqualTo("start");
        assertThat(field(hold(resident, wish(advisor, "legal-talk", "PIGEON", start)))).isEqualTo("mode");
        assertThat(field(hold(resident, wish(advisor, "no-such", "IN_PERSON", start)))).isEqualTo("service");
        assertThat(field(hold(resident, wish(advisor, "hall-matter", "CENTRE_DESK", start)))).isEqualTo("service");
        String id = hold(resident, wish(advisor, "legal-talk", "PHONE", start)).path("id");
        assertThat(field(resident.post("/bookings/" + id + "/confirmation", Map.of()))).isEqualTo("phone");
        assertThat(field(resident.post("/bookings/" + id + "/confirmation", Map.of("phone", "12")))).isEqualTo("phone");
        assertThat(field(resident.post("/bookings/" + id + "/confirmation", Map.of("phone", "13800001234", "note", "长".repeat(501)))))
                .isEqualTo("note");
        resident.post("/bookings/" + id + "/cancellation", Map.of());
    }

    @Test
    void isThereNeitherForAnotherPersonNorInAnotherCity() {
        String advisor = advisor(resident);
        String start = last(advisor);
        String id = hold(advisor, start, UUID.randomUUID().toString()).path("id");
        for (Phone stranger : List.of(Phone.in("jieshou"), Phone.in("liaocheng"))) {
            stranger.get("/bookings/" + id).then().statusCode(404);
            for (String turn : List.of("confirmation", "cancellation", "check-in")) {
                stranger.post("/bookings/" + id + "/" + turn, Map.of()).then().statusCode(404);
            }
            stranger.post("/bookings/" + id + "/move", wish(advisor, "legal-talk", "IN_PERSON", start)).then().statusCode(404);
            assertThat(stranger.get("/bookings").<List<String>>path("items.id")).doesNotContain(id);
        }
        Phone elsewhere = Phone.in("liaocheng");
        elsewhere.get("/booking-services/legal-talk/bookables/" + advisor + "/slots").then().statusCode(404);
        hold(elsewhere, advisor, start, UUID.randomUUID().toString()).then().statusCode(404);
        elsewhere.ask().header("Idempotency-Key", UUID.randomUUID().toString()).contentType(ContentType.JSON)
                .body(Map.of("bookable", advisor, "service", "legal-talk", "mode", "IN_PERSON", "from", day(1), "to", day(3)))
                .post("/mini/v1/booking-waits").then().statusCode(404);
        resident.post("/bookings/" + id + "/cancellation", Map.of());
    }

    @Test
    void keepsAPlaceInTheLineUntilOneLeavesIt() {
        String advisor = advisor(resident);
        // Beyond the horizon nothing is free, so nothing is offered.
        Response joined = resident.ask().header("Idempotency-Key", UUID.randomUUID().toString()).contentType(ContentType.JSON)
                .body(Map.of("bookable", advisor, "service", "legal-talk", "mode", "IN_PERSON", "from", day(40), "to", day(45)))
                .post("/mini/v1/booking-waits");
        joined.then().statusCode(201);
        String entry = joined.path("id");
        assertThat(resident.get("/booking-waits").<List<String>>path("id")).contains(entry);
        Phone.in("jieshou").post("/booking-waits/" + entry + "/departure", Map.of()).then().statusCode(404);
        Phone.in("liaocheng").post("/booking-waits/" + entry + "/departure", Map.of()).then().statusCode(404);
        resident.post("/booking-waits/" + entry + "/departure", Map.of()).then().statusCode(204);
        assertThat(resident.get("/booking-waits").<List<String>>path("id")).doesNotContain(entry);
    }

    private static String day(int ahead) {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(ahead).toString();
    }

    private static String advisor(Phone phone) {
        return phone.get("/booking-services/legal-talk/bookables").then().statusCode(200).extract().<List<String>>path("items.id").get(0);
    }

    private List<String> free(String advisor) {
        return resident.get("/booking-services/legal-talk/bookables/" + advisor + "/slots").then().statusCode(200).extract().path("start");
    }

    private String last(String advisor) {
        List<String> free = free(advisor);
        return free.get(free.size() - 1);
    }

    private Response hold(String advisor, String start, String key) {
        return hold(resident, advisor, start, key);
    }

    private static Response hold(Phone who, String advisor, String start, String key) {
        return who.ask().header("Idempotency-Key", key).contentType(ContentType.JSON)
                .body(wish(advisor, "legal-talk", "IN_PERSON", start)).post("/mini/v1/bookings");
    }

    private static Response hold(Phone who, Object body) {
        return who.ask().header("Idempotency-Key", UUID.randomUUID().toString()).contentType(ContentType.JSON).body(body)
                .post("/mini/v1/bookings");
    }

    private static Map<String, String> wish(String advisor, String service, String mode, String start) {
        return Map.of("bookable", advisor, "service", service, "mode", mode, "start", start);
    }

    private static String field(Response response) {
        assertThat(response.statusCode()).isEqualTo(422);
        return response.path("errors[0].field");
    }
}
