package cn.shiyu.moralbank.shop;

import static cn.shiyu.moralbank.BankRig.now;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.identity.Caller;
import cn.shiyu.mediation.Table;
import cn.shiyu.moralbank.BankRig;
import cn.shiyu.moralbank.EarnBank;
import cn.shiyu.moralbank.award.Awards;
import cn.shiyu.moralbank.award.Earned;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.moralbank.till.MerchantFlow;
import cn.shiyu.support.Browser;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The catalogue in a browser, wide and on a phone: an offer made, ordered, given a time, given out, given back. */
@QuarkusTest
class CatalogueLookIT {

    @Inject
    ServiceRig rig;

    @Inject
    EarnBank earn;

    @Inject
    BankRig bank;

    @Inject
    Awards awards;

    @Inject
    MerchantFlow shops;

    @Test
    void aServiceIsOfferedOrderedBookedGivenOutAndRefunded() {
        earn.opens("resident2");
        UUID shop = rig.shop();
        Caller seller = BankRig.resident(UUID.fromString(earn.resident("resident1")));
        now(shops.unbind(seller).onFailure().recoverWithNull());
        now(shops.bind(seller, now(shops.bindCode(ServiceRig.CLERK, shop))));
        UUID rota = rig.rota(2);
        for (int width : List.of(1280, 360)) {
            earned();
            offered(shop, rota, width);
            String order = ordered(width);
            Page counter = Browser.in("jieshou", "resident1", "/bank/till/orders");
            counter.setViewportSize(width, 800);
            assertThat(counter.textContent("main")).contains("约好时间的", "送米上门 " + width);
            clean(counter, "catalogue-counter-coming-" + width);
            counter.fill("#f-code", "0000 0000");
            counter.click("main form[action='/bank/till/orders'] button[type=submit]");
            assertThat(counter.textContent("main")).contains("领取码不对或已过期");
            clean(counter, "catalogue-counter-wrong-" + width);
            givenOut(counter, order, width);
        }
        now(shops.unbind(seller));
    }

    private void offered(UUID shop, UUID rota, int width) {
        Page desk = Browser.in("jieshou", "bank1", "/console/bank/offers/" + shop);
        desk.setViewportSize(width, 800);
        clean(desk, "catalogue-desk-" + width);
        desk.selectOption("#f-kind", "GOODS");
        desk.fill("#f-name", "送米上门 " + width);
        desk.fill("#f-details", "送到家门口");
        desk.selectOption("#f-region", ServiceRig.TOWNSHIP);
        desk.selectOption("#f-visit", ServiceRig.SERVICE + "@t-" + rota);
        desk.fill("#f-points", "5");
        desk.fill("#f-stock", "10");
        desk.click("main form button[type=submit]");
        assertThat(desk.textContent("main")).contains("只有“服务”可以预约");
        assertThat(desk.inputValue("#f-name")).isEqualTo("送米上门 " + width);
        assertThat(desk.inputValue("#f-visit")).isEqualTo(ServiceRig.SERVICE + "@t-" + rota);
        clean(desk, "catalogue-desk-wrong-" + width);
        desk.selectOption("#f-kind", "SERVICE");
        desk.click("main form button[type=submit]");
        assertThat(desk.textContent("main")).contains("送米上门 " + width, "要预约");
        desk.click("main a:has-text('送米上门 " + width + "')");
        clean(desk, "catalogue-desk-offer-" + width);
    }

    /** @return the order's address */
    private static String ordered(int width) {
        Page page = Browser.in("jieshou", "resident2", "/bank/shop?region=" + ServiceRig.TOWNSHIP);
        page.setViewportSize(width, 800);
        clean(page, "catalogue-shop-" + width);
        page.click("main a:has-text('送米上门 " + width + "')");
        clean(page, "catalogue-offer-" + width);
        page.click("details[data-confirm] summary");
        page.click("dialog[open] button:has-text('确定兑换')");
        page.waitForSelector("main:has-text('还没有选时间')");
        clean(page, "catalogue-order-timeless-" + width);
        String order = page.url().replaceAll("\\?.*", "");
        page.click("main a:has-text('选择时间')");
        clean(page, "catalogue-time-" + width);
        page.click("main form button[type=submit]");
        assertThat(page.textContent("main")).contains("请从列出的时间里选一个");
        clean(page, "catalogue-time-wrong-" + width);
        page.click("main label:has(input[name=start]) >> nth=1");
        page.click("main form button[type=submit]");
        page.waitForSelector("main:has-text('约好的时间')");
        clean(page, "catalogue-order-" + width);
        page.click("main a:has-text('预约详情')");
        assertThat(page.textContent("main")).contains("送货上门", "看有关的事");
        page.navigate(order.replaceAll("/[^/]+$", ""));
        clean(page, "catalogue-orders-" + width);
        return order;
    }

    private static void givenOut(Page counter, String order, int width) {
        Page page = Browser.in("jieshou", "resident2", order.replaceAll("^https?://[^/]+", ""));
        page.setViewportSize(width, 800);
        page.click("main button:has-text('出示领取码')");
        clean(page, "catalogue-code-" + width);
        String code = page.textContent("main").replaceAll("(?s).*?(\\d{4} \\d{4}).*", "$1");
        counter.fill("#f-code", code);
        counter.click("main form[action='/bank/till/orders'] button[type=submit]");
        assertThat(counter.textContent("main")).contains("已核销", "已领取");
        counter.click("details[data-confirm] summary >> nth=0");
        counter.click("dialog[open] button:has-text('确定退款')");
        counter.waitForSelector("main:has-text('已退款')");
        clean(counter, "catalogue-counter-" + width);
        assertThat(Table.page("resident2", "/notices")).contains("办了退款");
    }

    private void earned() {
        Earned earned = new Earned(
                UUID.fromString(earn.resident("resident2")), "deed.public", 1, BankRig.TODAY, earn.paying(),
                new Source("deed", UUID.randomUUID().toString()));
        bank.in(connection -> awards.grant(connection, BankRig.SYSTEM, earned));
    }

    private static void clean(Page page, String name) {
        Browser.picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(name).isLessThanOrEqualTo(page.viewportSize().width);
    }
}
