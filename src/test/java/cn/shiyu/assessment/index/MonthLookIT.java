package cn.shiyu.assessment.index;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.assessment.AssessmentRules;
import cn.shiyu.assessment.Period;
import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.Caller;
import cn.shiyu.support.Browser;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sealed months in a browser, wide and on a phone. */
@QuarkusTest
class MonthLookIT {

    private static final TenantId CITY = new TenantId("jieshou");
    private static final List<String> UNITS = List.of("T341282001000", "T341282002000", "T341282003000", "D-urban-management", "D-housing");

    @Inject
    CityDirectory cities;

    @Inject
    TenantSql sql;

    @Inject
    EventLog log;

    @Inject
    SealFlow flow;

    @Test
    void aMonthIsReadComputedAgainAndTriedWithAVersion() {
        City city = cities.byId(CITY);
        Period month = Period.parse("m1999-05", AssessmentRules.of(city)).orElseThrow();
        for (int i = 0; i < 90; i++) {
            called(UNITS.get(i % UNITS.size()), i % 7 != 0, i % 4 != 0, month, i);
        }
        now(flow.seal(city, month));
        for (int width : List.of(1280, 360)) {
            Page page = Browser.in("jieshou", "assessor1", "/console/assessment/months");
            page.setViewportSize(width, 800);
            clean(page, "assessment-months-" + width);
            page.click("main a:has-text('1999-05')");
            clean(page, "assessment-month-" + width);
            page.click("main button:has-text('再算一遍核对')");
            page.waitForSelector("main:has-text('每一位都相同')");
            clean(page, "assessment-again-" + width);
            page.click("main td a >> nth=0");
            clean(page, "assessment-unit-" + width);
            page.navigate(page.url().replaceAll("/months/.*", "/months/versions/1?month=m1999-05"));
            clean(page, "assessment-preview-" + width);
        }
    }

    private void called(String unit, boolean responded, boolean solved, Period month, int second) {
        Map<String, Object> facts = Map.of(
                "unit", unit, "reached", true, "responded", responded, "solved", solved, "satisfaction", solved ? "SATISFIED" : "DISSATISFIED");
        now(sql.inTx(CITY, connection -> log.append(
                connection, Caller.system(CITY, "test"), null, new StreamId("case", UUID.randomUUID()),
                List.of(NewEvent.of("CaseFollowedUp", facts)), month.from().plusSeconds(second))));
    }

    private static void clean(Page page, String name) {
        Browser.picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(name).isLessThanOrEqualTo(page.viewportSize().width);
    }

    private static <T> T now(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(60));
    }
}
