package cn.shiyu.assessment.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.assessment.AssessmentRules;
import cn.shiyu.assessment.Period;
import cn.shiyu.casework.console.Clerk;
import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import cn.shiyu.identity.Surface;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.support.Databases;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Months that are sealed: right to the last digit, once, the same when computed again, and nobody else's. */
@QuarkusTest
class MonthIT {

    private static final TenantId CITY = new TenantId("jieshou");
    private static final Caller SYSTEM = Caller.system(CITY, "test");
    private static final Caller ASSESSOR = staff("jieshou", new Post("C341282000000", Role.ASSESSOR));
    /** The hand-reckoned units, by units of the city. */
    private static final Map<String, String> HANDS =
            Map.of("A", "T341282001000", "B", "T341282002000", "C", "T341282003000", "D", "T341282101000");

    private static int year = 2000;

    @Inject
    CityDirectory cities;

    @Inject
    TenantSql sql;

    @Inject
    EventLog log;

    @Inject
    SealFlow flow;

    @Inject
    MonthQueries months;

    private City city;
    private Period month;

    @BeforeEach
    void aMonthOfTheHandReckonedCalls() {
        city = cities.byId(CITY);
        month = month("m" + ++year + "-03");
        HandMonth.counts().forEach(unit -> calls(HANDS.get(unit.unit()), unit.counts()));
    }

    @Test
    void isWhatWasReckonedByHandToTheLastDigit() {
        SealedMonth sealed = now(flow.seal(city, month)).orElseThrow();
        assertThat(sealed.events()).isEqualTo(203);
        assertThat(composites()).containsExactlyInAnyOrderElementsOf(HandMonth.table("month-composites.csv"));
        assertThat(one("A").indicators()).extracting(it -> it.shrunk().toPlainString()).containsExactly("0.947692", "0.695739", "0.729254");
        assertThat(now(months.month(city, ASSESSOR, month.code())).scores()).filteredOn(it -> !it.isRanked()).isNotEmpty()
                .allMatch(it -> it.composite() == null);
    }

    @Test
    void isSealedOnceByHoweverManyAndStaysAsItIs() throws SQLException {
        List<CompletableFuture<Boolean>> all = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> now(flow.seal(city, month)).isPresent()))
                .limit(8)
                .toList();
        assertThat(all.stream().map(CompletableFuture::join)).contains(true);
        SealedMonth sealed = now(flow.seal(city, month)).orElseThrow();
        assertThat(now(flow.seal(city, month)).orElseThrow().hash()).isEqualTo(sealed.hash());
        assertThat(column("select count(*)::text from assessment_month where tenant_id = 'jieshou' and month = ?", month.code())).containsExactly("1");
        for (String change : List.of(
                "update assessment_result set result = '{}'", "delete from assessment_month", "update assessment_evidence set unit = 'x'")) {
            try (Connection application = Databases.asApplicationIn("jieshou"); java.sql.Statement statement = application.createStatement()) {
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("permission denied");
            }
        }
        assertThat(now(flow.seal(city, month("m" + (LocalDate.now().getYear() + 1) + "-01")))).as("not over yet").isEmpty();
    }

    @Test
    void computedAgainIsTheSameAlsoAfterEventsCameInLateWhichCountOnceInTheNext() {
        SealedMonth sealed = now(flow.seal(city, month)).orElseThrow();
        List<List<String>> before = composites();
        for (int i = 0; i < 30; i++) {
            call(HANDS.get("D"), true, true, "VERY_SATISFIED", month.cut().begin(month.start().plusDays(9)).plusSeconds(i));
        }
        assertThat(now(months.again(city, ASSESSOR, month.code())).isSame()).isTrue();
        assertThat(composites()).isEqualTo(before);
        Period next = month.after(AssessmentRules.of(city));
        call(HANDS.get("D"), true, true, "VERY_SATISFIED", next.from());
        SealedMonth following = now(flow.seal(city, next)).orElseThrow();
        assertThat(following.late()).isEqualTo(30);
        assertThat(following.events()).isEqualTo(31);
        assertThat(now(flow.seal(city, next.after(AssessmentRules.of(city)))).orElseThrow().events()).as("counted once").isZero();
        assertThat(now(months.again(city, ASSESSOR, next.code())).isSame()).isTrue();
        assertThat(following.hash()).isNotEqualTo(sealed.hash());
    }

    @Test
    void aResidentsOwnWordAfterTheCallCountsUntilTheMonthIsSealedAndIsKeptWithIt() {
        Instant day = month.cut().begin(month.start().plusDays(20));
        StreamId judged = called(HANDS.get("D"), "VERY_SATISFIED", day);
        StreamId later = called(HANDS.get("D"), "VERY_SATISFIED", day);
        Map<String, Object> word = Map.of("unit", HANDS.get("D"), "level", "VERY_DISSATISFIED", "round", 0, "tags", List.of());
        happens(judged, "CaseRated", word, day.plus(Duration.ofDays(30)));
        StreamId alone = new StreamId("case", UUID.randomUUID());
        happens(alone, "CaseRated", Map.of("unit", HANDS.get("D"), "level", "SATISFIED", "round", 0, "tags", List.of()), day);
        SealedMonth sealed = now(flow.seal(city, month)).orElseThrow();
        assertThat(sealed.events()).as("two calls, the word of one, and a word without a call").isEqualTo(203 + 4);
        assertThat(one("D").indicators().get(2)).extracting(it -> it.good().toPlainString() + " / " + it.of().toPlainString()).isEqualTo("4.900000 / 11.000000");
        happens(later, "CaseRated", word, day.plus(Duration.ofDays(40)));
        assertThat(now(months.again(city, ASSESSOR, month.code())).isSame()).isTrue();
        assertThat(now(flow.seal(city, month.after(AssessmentRules.of(city)))).orElseThrow().events()).as("too late for either month").isZero();
    }

    private StreamId called(String unit, String level, Instant at) {
        StreamId stream = new StreamId("case", UUID.randomUUID());
        happens(stream, "CaseFollowedUp", Map.of("unit", unit, "reached", true, "responded", true, "solved", true, "satisfaction", level, "round", 0), at);
        return stream;
    }

    private void happens(StreamId stream, String type, Map<String, Object> facts, Instant at) {
        now(sql.inTx(CITY, connection -> log.append(connection, SYSTEM, null, stream, List.of(NewEvent.of(type, facts)), at)));
    }

    @Test
    void anotherVersionChangesPreviewsAndNoSealedMonth() {
        now(flow.seal(city, month));
        List<List<String>> before = composites();
        IndexSystem other = new IndexSystem("新", YearMonth.of(2020, 1), null, null,
                List.of(new Indicator("solution", "解决率", 100, "solved", "followed_up", "rate >= 0.6 ? 100.0 : 0.0")), "测试");
        List<UnitScore> tried = now(months.preview(city, ASSESSOR, month, other));
        assertThat(tried).filteredOn(it -> it.unit().equals(HANDS.get("A"))).extracting(it -> it.composite().toPlainString()).containsExactly("100.00");
        assertThat(composites()).isEqualTo(before);
        assertThat(now(months.again(city, ASSESSOR, month.code())).isSame()).isTrue();
    }

    @Test
    void whatWasTamperedWithIsNamed() throws SQLException {
        now(flow.seal(city, month));
        String event = column("select stream_id || ' ' || seq from event where tenant_id = 'jieshou' and occurred_at >= cast(? as timestamptz)"
                + " and occurred_at < cast(? as timestamptz) and payload like ? and payload like '%\"solved\":false%' limit 1",
                month.from().toString(), month.to().toString(), "%" + HANDS.get("C") + "%").get(0);
        tamper(event, "false", "true");
        assertThat(now(months.again(city, ASSESSOR, month.code())).difference()).contains(HANDS.get("C"));
        tamper(event, "true", "false");
        assertThat(now(months.again(city, ASSESSOR, month.code())).isSame()).isTrue();
    }

    /** Past the log's own guard, as only a careless superuser can. */
    private static void tamper(String event, String was, String is) throws SQLException {
        String[] key = event.split(" ");
        try (Connection superuser = Databases.asSuperuser(); java.sql.Statement it = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            it.execute("set local session_replication_role = replica");
            it.execute("update event set payload = replace(payload, '\"solved\":" + was + "', '\"solved\":" + is + "') where tenant_id = 'jieshou'"
                    + " and stream_id = '" + key[0] + "' and seq = " + key[1]);
            superuser.commit();
        }
    }

    @Test
    void eachSeesTheirOwnAndAnotherCityNothing() {
        now(flow.seal(city, month));
        Caller own = staff("jieshou", new Post(HANDS.get("B"), Role.HANDLER));
        assertThat(now(months.month(city, own, month.code())).scores()).extracting(UnitScore::unit).containsExactly(HANDS.get("B"));
        refused(404, () -> months.unit(city, own, month.code(), HANDS.get("A")));
        refused(404, () -> months.again(city, own, month.code()));
        refused(404, () -> months.preview(city, own, month, HandMonth.system()));
        refused(403, () -> months.month(city, staff("jieshou", new Post("C341282000000", Role.HOTLINE_AGENT)), month.code()));
        City there = cities.byId(new TenantId("liaocheng"));
        Caller stranger = staff("liaocheng", new Post("C371500000000", Role.ASSESSOR));
        refused(404, () -> months.month(there, stranger, month.code()));
        assertThat(now(months.months(there, stranger, null)).items()).isEmpty();
        new Clerk("liaocheng", "assessor1").ask().get("/console/assessment/months/" + month.code()).then().statusCode(404);
        new Clerk("jieshou", "hotline1").ask().get("/console/assessment/months").then().statusCode(403);
    }

    @Test
    void thePagesAndTheWorkbookShowIt() {
        now(flow.seal(city, month));
        Clerk assessor = new Clerk("jieshou", "assessor1");
        String page = "/console/assessment/months/" + month.code();
        assertThat(assessor.reads("/console/assessment/months")).contains(month.code().substring(1), "指标体系");
        assertThat(assessor.reads(page)).contains("81.95", "65.14–93.82", "1（1–4）", "样本少", "没有数据");
        assertThat(assessor.reads(page + "/" + HANDS.get("A"))).contains("114 / 120", "73.43");
        assertThat(assessor.reads("/console/assessment/months/versions/1?month=" + month.code())).contains("81.95", "没有封存");
        byte[] book = assessor.ask().get(page + "/bulletin.xlsx").then().statusCode(200).extract().asByteArray();
        assertThat(new String(book, 0, 2)).isEqualTo("PK");
        assessor.ask().get("/console/assessment/months/m1999-01").then().statusCode(404);
        assessor.ask().get("/console/assessment/months/versions/none").then().statusCode(404);
    }

    private List<List<String>> composites() {
        List<List<String>> all = new ArrayList<>();
        HANDS.keySet().forEach(hand -> {
            UnitScore it = one(hand);
            all.add(List.of(
                    hand, "" + it.rank(), "" + it.best(), "" + it.worst(), it.composite().toPlainString(), it.low().toPlainString(),
                    it.high().toPlainString()));
        });
        return all;
    }

    private UnitScore one(String hand) {
        return now(months.unit(city, ASSESSOR, month.code(), HANDS.get(hand))).scores().get(0);
    }

    /** So many calls, in any order: who responded, who solved and how content people were need not be the same calls. */
    private void calls(String unit, Counts counts) {
        long all = counts.get("followed_up");
        for (int i = 0; i < all; i++) {
            String level = i < counts.get("very_satisfied") ? "VERY_SATISFIED"
                    : i < counts.get("very_satisfied") + counts.get("satisfied") ? "SATISFIED"
                    : i < counts.get("very_satisfied") + counts.get("satisfied") + counts.get("basically_satisfied") ? "BASICALLY_SATISFIED"
                    : "DISSATISFIED";
            call(unit, i < counts.get("responded"), i < counts.get("solved"), level, month.cut().begin(month.start().plusDays(i % 28)).plusSeconds(i));
        }
    }

    private void call(String unit, boolean responded, boolean solved, String level, Instant at) {
        Map<String, Object> facts = Map.of("unit", unit, "reached", true, "responded", responded, "solved", solved, "satisfaction", level);
        now(sql.inTx(CITY, connection -> log.append(
                connection, SYSTEM, null, new StreamId("case", UUID.randomUUID()), List.of(NewEvent.of("CaseFollowedUp", facts)), at)));
    }

    private Period month(String code) {
        return Period.parse(code, AssessmentRules.of(city)).orElseThrow();
    }

    private static Caller staff(String tenant, Post post) {
        return new Caller(new TenantId(tenant), ActorKind.STAFF, "t-" + post.role(), "考核", Set.of(post), Surface.CONSOLE);
    }

    private static List<String> column(String query, Object... values) throws SQLException {
        try (Connection superuser = Databases.asSuperuser()) {
            return Databases.column(superuser, query, values);
        }
    }

    private static void refused(int status, Supplier<? extends Uni<?>> work) {
        assertThatThrownBy(() -> now(Uni.createFrom().deferred(work::get)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
    }

    private static <T> T now(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(60));
    }
}
