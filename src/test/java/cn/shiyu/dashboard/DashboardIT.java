package cn.shiyu.dashboard;

import static cn.shiyu.casework.RatingLevel.BASICALLY_SATISFIED;
import static cn.shiyu.casework.RatingLevel.DISSATISFIED;
import static cn.shiyu.casework.RatingLevel.VERY_SATISFIED;
import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.assessment.Period;
import cn.shiyu.assessment.tricks.Scene;
import cn.shiyu.casework.console.Clerk;
import cn.shiyu.support.Databases;
import cn.shiyu.tenancy.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Sums are what happened, every mark leads to its cases, and only those who oversee a city see it. */
@QuarkusTest
class DashboardIT extends Scene {

    private static final String SUMS = "select submitted || ' ' || finished || ' ' || on_time || ' ' || answered || ' ' || content || ' ' || basically"
            + " || ' ' || low from dashboard_day where tenant_id = 'jieshou' and day = cast(? as date) and township = '341282002000' and topic = 'urban'";

    private final Clerk assessor = new Clerk("jieshou", "assessor1");

    @Inject
    DayFlow flow;

    @Inject
    DaySweep sweep;

    @Test
    void aDayIsWhatHappenedOnItAndIsCountedAnewWhenSomethingIsSaidLater() throws SQLException {
        later(Duration.ofDays(64));
        LocalDate day = LocalDate.ofInstant(now(), Period.ZONE);
        Matter good = finished();
        called(good, said(BASICALLY_SATISFIED));
        Matter late = started();
        Matter alone = finished();
        called(alone, unreached());
        closed(alone);
        rated(alone, DISSATISFIED);
        submitted();
        await(() -> flow.count(city, day));
        assertThat(sums(day)).as("submitted, finished, on time, answered, content, basically, low").isEqualTo("4 2 2 2 0 1 1");
        later(Duration.ofDays(9));
        finish(late, HANDLER);
        rated(good, VERY_SATISFIED);
        LocalDate then = LocalDate.ofInstant(now(), Period.ZONE);
        await(() -> flow.count(city, day));
        await(() -> flow.count(city, then));
        await(() -> flow.count(city, then));
        assertThat(sums(day)).as("their own word about the call of that day").isEqualTo("4 2 2 2 1 0 1");
        assertThat(sums(then)).as("finished late, and counted once").isEqualTo("0 1 0 0 0 0 0");
    }

    @Test
    void todayIsCountedFirstThenWhatNeverWasThenWhatMayHaveChanged() throws SQLException {
        cn.shiyu.tenancy.City there = cities.byId(new TenantId("liaocheng"));
        LocalDate today = LocalDate.now(Period.ZONE);
        run("delete from dashboard_counted where tenant_id = 'liaocheng'");
        assertThat(due(there)).isEqualTo(today);
        assertThat(await(() -> sweep.sweep(there))).isEqualTo(20);
        assertThat(due(there)).isEqualTo(today.minusDays(20));
        for (int i = 0; i < 10; i++) {
            await(() -> sweep.sweep(there));
        }
        assertThat(await(() -> flow.due(there, Instant.now().minusSeconds(180), Instant.now().minusSeconds(72_000)))).as("nothing left").isEmpty();
        run("update dashboard_counted set counted_at = counted_at - interval '2 days' where tenant_id = 'liaocheng' and day = '" + today.minusDays(3) + "'");
        assertThat(due(there)).isEqualTo(today.minusDays(3));
    }

    private LocalDate due(cn.shiyu.tenancy.City there) {
        return await(() -> flow.due(there, Instant.now().minusSeconds(180), Instant.now().minusSeconds(72_000))).orElseThrow();
    }

    @Test
    void everyMarkLeadsToItsCases() throws SQLException {
        String number = new Clerk("jieshou", "hotline1").takesDown("驾驶舱要看到的诉求", "341282002000");
        LocalDate today = LocalDate.now(Period.ZONE);
        await(() -> flow.count(city, today));
        String page = assessor.reads("/console/dashboard?days=7");
        assertThat(page).contains("全市概览", "今天新增", "满意率", "95% 区间");
        assertThat(assessor.reads(href(page, "submitted\\?from=" + today))).contains(number);
        for (Mark mark : Mark.values()) {
            String span = mark.isNow() ? "" : "?from=" + today.minusDays(6) + "&to=" + today;
            assertThat(assessor.reads("/console/dashboard/" + mark.code() + span + (mark.isNow() ? "?" : "&") + "township=341282002000&topic=urban")).contains("城乡建设");
        }
        assertThat(assessor.reads("/console/dashboard/open?township=341282002000")).contains("未办结 · 西城街道", "JS");
        String narrowed = "/console/dashboard/submitted?from=" + today + "&to=" + today + "&township=341282001000";
        assertThat(assessor.reads(narrowed)).doesNotContain(number);
    }

    @Test
    void aListGoesOnWhereThePageBeforeEnded() throws SQLException {
        later(Duration.ofDays(80));
        String day = LocalDate.ofInstant(now(), Period.ZONE).toString();
        for (int i = 0; i < 25; i++) {
            submitted();
        }
        String address = "/console/dashboard/submitted?from=" + day + "&to=" + day;
        String first = assessor.reads(address);
        String second = assessor.reads(href(first, "submitted\\?from=" + day + "[^\"]*after="));
        List<String> numbers = Pattern.compile("JS\\d{14}[0-9A-Z]").matcher(first + second).results().map(found -> found.group()).distinct().toList();
        assertThat(numbers).hasSize(Integer.parseInt(column("select count(*) from case_file where tenant_id = 'jieshou' and submitted_at >= cast(? as date)"
                + " - interval '8 hours' and submitted_at < cast(? as date) + interval '16 hours' and surface <> 'IMPORT'", day, day)));
    }

    @Test
    void isForThoseWhoOverseeTheCityAlone() {
        new Clerk("jieshou", "cg-handler1").ask().get("/console/dashboard").then().statusCode(403);
        new Clerk("jieshou", "followup1").ask().get("/console/dashboard/open").then().statusCode(403);
        new Clerk("jieshou", "dc-supervisor1").ask().get("/console/dashboard").then().statusCode(403);
        assertThat(new Clerk("jieshou", "cg-handler1").reads("/console")).doesNotContain("/console/dashboard");
        assertThat(new Clerk("jieshou", "admin1").reads("/console/dashboard")).contains("全市概览");
    }

    @Test
    void showsNothingOfAnotherCity() {
        String number = new Clerk("jieshou", "hotline1").takesDown("别的城市看不到的诉求", "341282002000");
        Clerk stranger = new Clerk("liaocheng", "assessor1");
        String today = LocalDate.now(Period.ZONE).toString();
        assertThat(stranger.reads("/console/dashboard/submitted?from=" + today + "&to=" + today)).doesNotContain(number);
        assertThat(stranger.reads("/console/dashboard/open")).doesNotContain(number);
        stranger.ask().get("/console/dashboard/open?township=341282002000").then().statusCode(404);
    }

    @Test
    void whatIsNoDayNoTopicNoUnitAndNoMarkIsNotFound() {
        for (String wrong : List.of(
                "?days=8", "?days=x", "/none", "/submitted", "/submitted?from=2026-02-30&to=2026-03-01", "/submitted?from=2026-03-02&to=2026-03-01",
                "/submitted?from=2020-01-01&to=2026-03-01", "/open?topic=none", "/open?unit=none", "/open?township=none")) {
            assessor.ask().get("/console/dashboard" + wrong).then().statusCode(404);
        }
        assessor.ask().get("/console/dashboard/open?after=x").then().statusCode(422);
    }

    private static String href(String page, String pattern) {
        Matcher found = Pattern.compile("href=\"(/console/dashboard/" + pattern + "[^\"]*)\"").matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    private static String sums(LocalDate day) throws SQLException {
        return column(SUMS, day.toString());
    }

    private static String column(String query, Object... values) throws SQLException {
        try (Connection superuser = Databases.asSuperuser()) {
            return Databases.column(superuser, query, values).get(0);
        }
    }

    private static void run(String statement) throws SQLException {
        try (Connection superuser = Databases.asSuperuser(); java.sql.Statement it = superuser.createStatement()) {
            it.execute(statement);
        }
    }
}
