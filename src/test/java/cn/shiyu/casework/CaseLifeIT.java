package cn.shiyu.casework;

import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.eventlog.ChainVerification;
import cn.shiyu.support.Ask;
import cn.shiyu.support.Databases;
import cn.shiyu.support.Desk;
import cn.shiyu.support.Life;
import cn.shiyu.support.Phone;
import cn.shiyu.tenancy.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What must hold whatever happens at once. */
@QuarkusTest
class CaseLifeIT {

    private static final TenantId JIESHOU = new TenantId("jieshou");

    @Inject
    ChainVerification verification;

    private final ExecutorService people = Executors.newFixedThreadPool(16);

    @AfterEach
    void goHome() {
        people.shutdownNow();
    }

    @Test
    void theSameSubmissionThreeTimesAtOnceIsOneCase() throws SQLException {
        Phone phone = Phone.in("jieshou");
        String key = UUID.randomUUID().toString();
        List<Response> answers = atOnce(Stream.generate(() -> (Supplier<Response>) () -> phone.sends(key, phone.words())).limit(3));
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers).extracting(answer -> answer.<String>path("number")).hasSize(3).containsOnly(answers.get(0).<String>path("number"));
        assertThat(answers).extracting(answer -> answer.header("Idempotency-Replayed")).filteredOn("true"::equals).hasSize(2);
        phone.get("/cases").then().body("items.size()", org.hamcrest.Matchers.equalTo(1));
    }

    @Test
    void ofTwoDispatchersAtOnceOneWinsAndTheOtherIsTold() {
        String number = Life.accepted(Phone.in("jieshou").submits());
        String version = Life.DISPATCHER.version(number);
        List<Response> answers = atOnce(Stream.of("D-urban-management", "D-power").map(unit -> () -> {
            String login = unit.equals("D-power") ? "dispatcher2" : "dispatcher1";
            return Desk.of("jieshou", login).sendsHavingSeen(version, number, "dispatch", "lead", unit);
        }));
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(303, 409);
        Response told = answers.stream().filter(answer -> answer.statusCode() == 409).findFirst().orElseThrow();
        assertThat(told.asString()).contains("已进入下一环节");
        assertThat(eventsOf(number, "CaseDispatched")).hasSize(1);
    }

    @Test
    void ratingFiveTimesAtOnceIsOneRating() {
        Phone phone = Phone.in("jieshou");
        String number = Life.followedUp(phone.submits());
        List<Response> answers = atOnce(Stream.generate(() -> (Supplier<Response>)
                        () -> phone.post("/cases/" + number + "/rating", Map.of("level", "SATISFIED")))
                .limit(5));
        assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(200).contains(409);
        assertThat(eventsOf(number, "CaseRated")).hasSize(1);
    }

    /** Two hundred at once, also some that are refused after the number's row was near: no gap, no double. */
    @Test
    void numbersOfADayAreDenseUnderTwoHundredSubmissionsAtOnce() throws SQLException {
        List<Phone> phones = Stream.generate(() -> Phone.in("jieshou")).limit(10).toList();
        List<Response> answers = atOnce(IntStream.range(0, 220).mapToObj(i -> () -> {
            Phone phone = phones.get(i % phones.size());
            return i % 11 == 10
                    ? phone.sends(phone.words("files", List.of(UUID.randomUUID())))
                    : phone.sends(phone.words("subject", "同时提交第 " + i + " 件"));
        }));
        assertThat(answers).extracting(Response::statusCode).filteredOn(status -> status == 201).hasSize(200);
        assertThat(answers).extracting(Response::statusCode).filteredOn(status -> status == 422).hasSize(20);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201).map(answer -> answer.<String>path("number")))
                .doesNotHaveDuplicates();
        try (Connection database = Databases.asApplicationIn("jieshou")) {
            String today = "select count(*) || ' ' || count(distinct substr(number, 11, 6)) || ' ' || max(substr(number, 11, 6)::int)"
                    + " || ' ' || min(substr(number, 11, 6)::int) from case_file"
                    + " where number like 'JS' || to_char(now() at time zone 'Asia/Shanghai', 'YYYYMMDD') || '%'";
            String[] counted = Databases.column(database, today).get(0).split(" ");
            assertThat(counted[1]).as("different serials").isEqualTo(counted[0]);
            assertThat(counted[2]).as("the last serial").isEqualTo(counted[0]);
            assertThat(counted[3]).as("the first serial").isEqualTo("1");
        }
    }

    @Test
    void theChainOfEventsIsWholeAfterAWholeLife() {
        Phone phone = Phone.in("jieshou");
        String number = Life.finished(phone.submits());
        Life.FOLLOW_UP_AGENT.does(number, "follow-up", "reached", "true", "responded", "true", "solved", "false", "satisfaction", "DISSATISFIED");
        Life.HANDLER.does(number, "completion", "reply", "重新检修了全部线路,夜间复查已正常。");
        Life.FOLLOW_UP_AGENT.does(number, "follow-up", "reached", "true", "responded", "true", "solved", "true", "satisfaction", "SATISFIED");
        phone.post("/cases/" + number + "/rating", Map.of("level", "SATISFIED")).then().statusCode(200);
        Life.FOLLOW_UP_AGENT.does(number, "closure");
        assertThat(events(number))
                .containsExactly("CaseSubmitted", "CaseAccepted", "CaseDispatched", "HandlingStarted", "CaseFinished", "CaseFollowedUp",
                        "CaseReworkOrdered", "CaseFinished", "CaseFollowedUp", "CaseRated", "CaseClosed");
        assertThat(await(() -> verification.verify(JIESHOU)).isWhole()).isTrue();
    }

    /** What the limits are made of lies in the past: the application's own sweepers, running all the time, tell it once. */
    @Test
    void aMissedDeadlineIsAnEventExactlyOnce() throws Exception {
        String number = Phone.in("jieshou").submits();
        try (Connection superuser = Databases.asSuperuser();
                var statement = superuser.createStatement()) {
            statement.executeUpdate("update deadline set try_at = now() - interval '1 minute' where kind = 'BREACH' and clock_id in (select clock_id"
                    + " from clock join case_file on case_id = subject_id where number = '" + number + "')");
        }
        waitFor(() -> eventsOf(number, "CaseDeadlineMissed").size() == 1);
        Thread.sleep(11_000);
        assertThat(eventsOf(number, "CaseDeadlineMissed")).hasSize(1);
        assertThat(eventsOf(number, "CaseDeadlineWarned").size()).isLessThanOrEqualTo(1);
    }

    private static void waitFor(Supplier<Boolean> condition) throws InterruptedException {
        for (int i = 0; i < 60 && !condition.get(); i++) {
            Thread.sleep(500);
        }
        assertThat(condition.get()).isTrue();
    }

    @Test
    void theVerificationIsTheAdministratorsToRead() {
        Ask.in("jieshou", "admin1")
                .accept("application/json")
                .get("/console/event-log/verification")
                .then()
                .statusCode(200)
                .body("whole", org.hamcrest.Matchers.equalTo(true));
    }

    private List<Response> atOnce(Stream<Supplier<Response>> requests) {
        return requests.map(request -> CompletableFuture.supplyAsync(request, people)).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private static List<String> eventsOf(String number, String type) {
        return events(number).stream().filter(type::equals).toList();
    }

    private static List<String> events(String number) {
        try (Connection database = Databases.asApplicationIn("jieshou")) {
            return Databases.column(
                    database,
                    "select type from event join case_file on case_id = stream_id where number = ? order by seq",
                    number);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
