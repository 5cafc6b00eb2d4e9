package cn.shiyu.moralbank.volunteering;

import static cn.shiyu.mediation.Table.post;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.moralbank.EarnBank;
import cn.shiyu.moralbank.deed.DeedTelling;
import cn.shiyu.support.Browser;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pages of earning in a browser, wide and on a phone: no barrier, nothing wider than the screen. */
@QuarkusTest
class EarnLookIT {

    private static final String CITY = "jieshou";
    private static final List<Integer> WIDTHS = List.of(1280, 360);

    @Inject
    EarnBank bank;

    @Test
    void activitiesHaveNoBarriers() throws SQLException {
        bank.opens("resident1", "resident2");
        String open = ActivityIT.published("5");
        String id = ActivityIT.published("5");
        for (String login : List.of("resident1", "resident2")) {
            post(login, "/bank/activities/" + id + "/place").statusCode(303);
        }
        ActivityIT.runs(id);
        ActivityIT.bothBy("IN", id);
        for (int width : WIDTHS) {
            Page resident = Browser.in(CITY, "resident1", "/bank/activities");
            resident.setViewportSize(width, 800);
            clean(resident, "earn-activities-" + width);
            clean(resident, "/bank/activities/" + open, "earn-activity-" + width);
            clean(resident, "/bank/activities/" + id, "earn-activity-running-" + width);
            clean(resident, "/bank/activities/" + id + "/check?d=OUT", "earn-check-" + width);
            clean(resident, "/bank/activities/own", "earn-own-" + width);
            Page organiser = Browser.in(CITY, "organiser1", "/console/bank/activities");
            organiser.setViewportSize(width, 800);
            clean(organiser, "earn-desk-" + width);
            clean(organiser, "/console/bank/activities/new", "earn-form-" + width);
            clean(organiser, "/console/bank/activities/" + id, "earn-people-" + width);
            clean(organiser, "/console/bank/activities/" + id + "/screen?d=OUT", "earn-screen-" + width);
        }
        ActivityIT.ends(id);
        Page organiser = Browser.in(CITY, "organiser1", "/console/bank/activities/" + id);
        organiser.setViewportSize(360, 800);
        clean(organiser, "earn-hours-360");
        post("organiser1", "/console/bank/activities/" + id + "/hours").statusCode(303);
        Page clerk = Browser.in(CITY, "bank1", "/console/bank/oddities");
        clerk.setViewportSize(360, 800);
        clean(clerk, "earn-oddities-360");
    }

    @Test
    void deedsAndRewardsHaveNoBarriers() throws SQLException {
        bank.opens("resident1", "resident2");
        EarnBank.another();
        String deed = DeedTelling.own("resident2", "把坏了的长椅修好 " + UUID.randomUUID());
        for (int width : WIDTHS) {
            Page resident = Browser.in(CITY, "resident2", "/bank/deeds");
            resident.setViewportSize(width, 800);
            clean(resident, "earn-deeds-" + width);
            clean(resident, "/bank/deeds/new", "earn-tell-" + width);
            clean(resident, "/bank/deeds/claim", "earn-claim-" + width);
            clean(resident, "/bank/deeds/" + deed, "earn-deed-" + width);
            Page member = Browser.in(CITY, "committee1", "/console/bank/deeds");
            member.setViewportSize(width, 800);
            clean(member, "earn-review-" + width);
            clean(member, "/console/bank/deeds/" + deed, "earn-vote-" + width);
            Page clerk = Browser.in(CITY, "bank1", "/console/bank/rewards");
            clerk.setViewportSize(width, 800);
            clean(clerk, "earn-rewards-" + width);
            clean(clerk, "/console/bank/deeds/appeals", "earn-appeals-" + width);
        }
    }

    private static void clean(Page page, String path, String name) {
        page.navigate(page.url().replaceAll("(https?://[^/]+)/.*", "$1" + path));
        clean(page, name);
    }

    private static void clean(Page page, String name) {
        Browser.picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(name).isLessThanOrEqualTo(page.viewportSize().width);
    }
}
