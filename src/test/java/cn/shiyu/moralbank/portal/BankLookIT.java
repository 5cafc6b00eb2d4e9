package cn.shiyu.moralbank.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.mediation.Table;
import cn.shiyu.support.Browser;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bank's pages in a browser, wide and on a phone: no barrier, nothing wider than the screen. */
@QuarkusTest
class BankLookIT {

    private static final String CITY = "liaocheng";

    @Test
    void aMembersPagesHaveNoBarriers() {
        for (int width : List.of(1280, 360)) {
            Table.postIn(CITY, "resident2", "/bank/leave").statusCode(303);
            Page page = Browser.in(CITY, "resident2", "/bank");
            page.setViewportSize(width, 800);
            clean(page, "bank-welcome-" + width);
            page.click("main a[href='/bank/join']");
            page.click("main form[action$='/join'] button[type=submit]");
            clean(page, "bank-join-" + width);
            page.fill("#f-name", "小舟");
            page.selectOption("#f-township", "371502001000");
            page.check("#f-agreed");
            page.click("main form[action$='/join'] button[type=submit]");
            clean(page, "bank-home-" + width);
            page.click("main a[href='/bank/household']");
            clean(page, "bank-household-none-" + width);
            page.fill("#f-name", "一家人");
            page.click("form[action$='/founding'] button");
            page.click("form[action$='/code'] button");
            assertThat(page.textContent("strong.sy-number")).matches("\\d{6}");
            clean(page, "bank-household-" + width);
            page.navigate(page.url().replaceAll("/bank/.*", "/bank/leave"));
            clean(page, "bank-leave-" + width);
        }
        Table.postIn(CITY, "resident2", "/bank/leave").statusCode(303);
    }

    @Test
    void theClerksPagesHaveNoBarriers() {
        for (int width : List.of(1280, 360)) {
            Page page = Browser.in(CITY, "bank1", "/console/bank");
            page.setViewportSize(width, 800);
            page.fill("#f-sponsor", "好人基金会");
            page.fill("#f-name", "看样 " + width + " " + System.nanoTime() % 100_000);
            page.selectOption("#f-region", "371500000000");
            page.click("form[action$='/budgets'] button");
            clean(page, "bank-budget-" + width);
            page.fill("#f-yuan", "100");
            page.fill("form[action$='/fund'] #f-paper", "看样1号");
            page.click("form[action$='/fund'] button");
            clean(page, "bank-check-" + width);
            page.click("form[action$='/booking'] button");
            clean(page, "bank-funded-" + width);
            page.navigate(page.url().replaceAll("/console/.*", "/console/bank"));
            clean(page, "bank-desk-" + width);
            page.click("main a[href='/console/bank/rules']");
            clean(page, "bank-rules-" + width);
            page.click("main a[href='/console/bank/rules/new']");
            clean(page, "bank-draft-form-" + width);
            page.click("main form[action='/console/bank/rules'] button[type=submit]");
            clean(page, "bank-draft-" + width);
        }
    }

    private static void clean(Page page, String name) {
        Browser.picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(name).isLessThanOrEqualTo(page.viewportSize().width);
    }
}
