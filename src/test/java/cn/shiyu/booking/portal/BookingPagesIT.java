package cn.shiyu.booking.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Ask;
import cn.shiyu.support.Browser;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A resident books in a browser; nobody else finds the booking. */
@QuarkusTest
class BookingPagesIT {

    @Test
    void booksMovesAndCancelsInABrowserAlsoOnAPhone() {
        for (int width : List.of(1280, 360)) {
            Page page = Browser.in("jieshou", "resident1", "/book");
            page.setViewportSize(width, 800);
            clean(page, "booking-services-" + width);
            page.click("text=法律咨询");
            clean(page, "booking-providers-" + width);
            page.click(".sy-case-title a >> nth=0");
            clean(page, "booking-slots-" + width);
            page.click("form[action$='/holds'] label.sy-card-choice >> nth=0");
            page.click("text=保留这个时间");
            assertThat(page.textContent("main")).contains("为您保留到", "还剩");
            page.fill("#f-phone", "12");
            page.fill("#f-note", "房屋租赁合同");
            page.click("text=确认预约");
            assertThat(page.textContent(".sy-summary")).contains("电话号码不对");
            assertThat(page.inputValue("#f-note")).as("nothing typed is lost").isEqualTo("房屋租赁合同");
            clean(page, "booking-refused-" + width);
            page.fill("#f-phone", "13800001234");
            page.click("text=确认预约");
            assertThat(page.textContent("main")).contains("已预约。到时间前会提醒您。", "房屋租赁合同");
            clean(page, "booking-confirmed-" + width);

            page.click("text=改期");
            page.click(".sy-case-title a >> nth=1");
            page.click("form[action*='/moves/'] label.sy-card-choice >> nth=0");
            page.click("text=改到这个时间");
            assertThat(page.textContent("main")).contains("已改期。");
            page.click("summary:has-text('取消预约')");
            page.click("text=确定取消 >> visible=true >> nth=-1");
            assertThat(page.textContent("main")).contains("已取消。");
            page.navigate("/bookings");
            clean(page, "booking-own-" + width);
            page.navigate("/notices");
            clean(page, "booking-notices-" + width);
            page.context().close();
        }
    }

    private static void clean(Page page, String name) {
        Browser.picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(name).isLessThanOrEqualTo(page.viewportSize().width);
    }

    @Test
    void showsFreeTimesToAnybodyAndAsksWhoTakesOneToSignIn() {
        String list = Ask.in("jieshou").get("/book/legal-talk").then().statusCode(200).extract().asString();
        String address = list.split("href=\"/book/legal-talk/")[1].split("\"")[0];
        String times = Ask.in("jieshou").get("/book/legal-talk/" + address).then().statusCode(200).extract().asString();
        assertThat(times).contains("登录后预约").doesNotContain("/holds");
        Response unsigned = Ask.in("jieshou").formParam("mode", "IN_PERSON").post("/book/legal-talk/" + address + "/holds");
        assertThat(unsigned.statusCode()).isIn(302, 303, 401);
        Ask.in("liaocheng").get("/book/legal-talk/" + address).then().statusCode(404);
        Ask.in("jieshou").get("/book/no-such-service").then().statusCode(404);
        Ask.in("jieshou").get("/book/hall-matter/" + address).then().statusCode(404);
        Ask.in("jieshou").get("/book/legal-talk/not-an-id").then().statusCode(404);
    }

    @Test
    void isNotThereForAnybodyElse() {
        String advisor = Ask.in("jieshou").get("/mini/v1/booking-services/legal-talk/bookables").path("items[0].id");
        List<String> free = Ask.in("jieshou").get("/mini/v1/booking-services/legal-talk/bookables/" + advisor + "/slots").path("start");
        Response held = Ask.in("jieshou", "resident1")
                .formParam("idempotencyKey", java.util.UUID.randomUUID().toString())
                .formParam("mode", "IN_PERSON")
                .formParam("start", free.get(free.size() - 1))
                .post("/book/legal-talk/" + advisor + "/holds");
        assertThat(held.statusCode()).isEqualTo(303);
        String path = held.header("Location").replaceFirst("^https?://[^/]+", "");
        Ask.in("jieshou", "resident1").get(path + "/booking.ics").then().statusCode(200).contentType("text/calendar");
        for (String[] stranger : List.of(new String[] {"jieshou", "resident2"}, new String[] {"liaocheng", "resident1"})) {
            for (String page : List.of(path, path + "/booking.ics")) {
                Ask.in(stranger[0], stranger[1]).get(page).then().statusCode(404);
            }
            for (String turn : List.of("/confirmation", "/cancellation", "/check-in")) {
                Ask.in(stranger[0], stranger[1]).formParam("phone", "13800001234").post(path + turn).then().statusCode(404);
            }
        }
        Ask.in("jieshou", "resident1").formParam("x", "").post(path + "/cancellation").then().statusCode(303);
    }
}
