package cn.shiyu.dashboard;

import static cn.shiyu.casework.RatingLevel.BASICALLY_SATISFIED;
import static cn.shiyu.casework.RatingLevel.DISSATISFIED;
import static cn.shiyu.casework.RatingLevel.SATISFIED;
import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.assessment.Period;
import cn.shiyu.assessment.tricks.Scene;
import cn.shiyu.support.Browser;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dashboard in a browser, wide and on a phone. */
@QuarkusTest
class DashboardLookIT extends Scene {

    @Inject
    DayFlow flow;

    @Test
    void isReadAndOpensItsListsAtBothWidths() {
        LocalDate today = LocalDate.now(Period.ZONE);
        for (int ago = 7; ago > 0; ago--) {
            at(today.minusDays(ago).atTime(9, 0).atZone(Period.ZONE).toInstant());
            aDay(ago);
        }
        today.minusDays(14).datesUntil(today.plusDays(1)).forEach(day -> await(() -> flow.count(city, day)));
        for (int width : List.of(1280, 360)) {
            Page page = Browser.in("jieshou", "assessor1", "/console/dashboard?days=7");
            page.setViewportSize(width, 800);
            clean(page, "dashboard-" + width);
            page.click("main .sy-stat a >> nth=1");
            clean(page, "dashboard-open-" + width);
            page.click("main .sy-back");
            page.waitForSelector("main .desk-chart");
        }
    }

    private void aDay(int ago) {
        for (int i = 0; i < 8 - ago; i++) {
            submitted();
        }
        Matter it = finished();
        called(it, said(ago == 3 ? DISSATISFIED : ago % 2 == 0 ? SATISFIED : BASICALLY_SATISFIED));
    }

    private static void clean(Page page, String name) {
        Browser.picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(name).isLessThanOrEqualTo(page.viewportSize().width);
    }
}
