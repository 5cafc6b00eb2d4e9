package cn.shiyu.casework.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import cn.shiyu.support.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QueueIT {

    private static final String TOWNSHIP = "341282002000";

    private final Clerk hotline = new Clerk("jieshou", "hotline1");
    private final Clerk dispatcher = new Clerk("jieshou", "dispatcher1");

    @Test
    void keepsTabAndFiltersInItsAddress() {
        String queue = dispatcher.reads("/console?tab=SUBMITTED&kind=REQUEST&region=" + TOWNSHIP);
        assertThat(queue).contains("value=\"REQUEST\" selected", "tab=ACCEPTED&amp;kind=REQUEST", "清除筛选");
        assertThat(dispatcher.reads("/console?tab=nonsense&scope=x&kind=none")).contains("没有符合条件的诉求");
    }

    @Test
    void findsACaseByItsNumberHoweverTyped() {
        String number = hotline.takesDown("按编号查找", TOWNSHIP);
        dispatcher.ask().queryParam("number", " " + number.toLowerCase() + " ").get("/console/cases").then().statusCode(303).header(
                "Location", endsWith(number));
    }

    @Test
    void refusesACursorSomebodyMadeUp() {
        dispatcher.ask().get("/console?after=x").then().statusCode(422);
    }

    @Test
    void showsANewCaseWithoutAReload() {
        // A township of its own: a queue shows twenty at a time, and other tests fill the first page.
        String quiet = "341282202000";
        Page page = Browser.in("jieshou", "dispatcher1", "/console?region=" + quiet);
        page.evaluate("window.same = true");
        String number = hotline.takesDown("自己出现的诉求", quiet);
        page.waitForSelector("#queue a[href$='" + number + "']");
        assertThat(page.evaluate("window.same")).isEqualTo(true);
        page.waitForSelector("#live:has-text('有更新')", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        page.context().close();
    }
}
