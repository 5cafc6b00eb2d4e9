package cn.shiyu.moralbank.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.mediation.Table;
import cn.shiyu.moralbank.BankRig;
import cn.shiyu.moralbank.EarnBank;
import cn.shiyu.moralbank.award.Awards;
import cn.shiyu.moralbank.award.Earned;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.support.Browser;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The book of good deeds in a browser, wide and on a phone: agreeing, being seen, taking it back. */
@QuarkusTest
class BookLookIT {

    @Inject
    EarnBank earn;

    @Inject
    BankRig bank;

    @Inject
    Awards awards;

    @Test
    void aMemberAgreesIsSeenAndTakesItBack() {
        earn.opens("resident2");
        Table.post("resident2", "/bank/book/consent", "naming", "MASKED").statusCode(303);
        for (int width : List.of(1280, 360)) {
            Page page = Browser.in("jieshou", "resident2", "/bank");
            page.setViewportSize(width, 800);
            page.click("main a[href='/bank/book/consent']");
            clean(page, "honour-consent-off-" + width);
            page.check("#f-book");
            page.check("#f-boards");
            page.check("input[name=naming][value=PEN]");
            page.click("main form[action='/bank/book/consent'] button[type=submit]");
            assertThat(page.textContent("main")).contains("笔名请填");
            clean(page, "honour-consent-wrong-" + width);
            page.fill("#f-pen", "颍河的风");
            page.click("main form[action='/bank/book/consent'] button[type=submit]");
            assertThat(page.textContent("main")).contains("已保存");
            done("volunteering", 150, "activity");
            done("deed.public", 1, "deed");
            page.navigate(page.url());
            clean(page, "honour-consent-on-" + width);
            page.click("main a[href='/bank/book']");
            page.selectOption("#f-township", "341282001000");
            page.click("main form[action='/bank/book'] button[type=submit]");
            assertThat(page.url()).contains("township=341282001000");
            page.navigate(page.url());
            assertThat(page.textContent("main")).contains("颍河的风", "2.5 小时");
            clean(page, "honour-book-" + width);
            page.click("main a[href='/bank/boards']");
            assertThat(page.textContent("main")).contains("颍河的风");
            clean(page, "honour-boards-" + width);
            page.navigate(page.url().replaceAll("/bank/.*", "/bank/book/consent"));
            page.click("form[action$='/hide'] button");
            assertThat(page.textContent("main")).contains("这一条不再公开");
            page.uncheck("#f-book");
            page.uncheck("#f-boards");
            page.click("main form[action='/bank/book/consent'] button[type=submit]");
            page.navigate(page.url().replaceAll("/bank/.*", "/bank/book?month=2020-01"));
            assertThat(page.textContent("main")).contains("没有符合条件的记录");
            clean(page, "honour-book-empty-" + width);
        }
        assertThat(Table.page("resident1", "/bank/book")).doesNotContain("颍河的风");
    }

    private void done(String kind, long quantity, String source) {
        Earned earned = new Earned(
                UUID.fromString(earn.resident("resident2")), kind, quantity, BankRig.TODAY, earn.paying(),
                new Source(source, UUID.randomUUID().toString()));
        bank.in(connection -> awards.grant(connection, BankRig.SYSTEM, earned));
    }

    private static void clean(Page page, String name) {
        Browser.picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(name).isLessThanOrEqualTo(page.viewportSize().width);
    }
}
