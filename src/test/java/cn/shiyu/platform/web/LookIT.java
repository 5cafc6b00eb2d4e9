package cn.shiyu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.shiyu.support.Ask;
import cn.shiyu.support.Browser;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every tag in a real browser: reachable, readable, in its place, and nothing the page's own policy forbids. */
@QuarkusTest
class LookIT {

    @ParameterizedTest
    @CsvSource({"guide,1280,0", "guide,360,0", "guide,360,1", "desk,1280,0", "desk,360,0"})
    void pagesAreInOrder(String name, int width, String elder) {
        Page page = Browser.in("jieshou", width, 800);
        List<String> complaints = complaints(page);
        page.navigate("/theme.css");
        page.context().addCookies(List.of(new com.microsoft.playwright.options.Cookie("elder", elder).setUrl(page.url())));
        page.navigate("/test/" + name);
        page.waitForSelector(".leaflet-container path");
        Browser.picture(page, "look-" + name + "-" + width + (elder.equals("1") ? "-elder" : ""));
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    private static List<String> complaints(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            // The guide names pictures and a live stream that are not there.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        return complaints;
    }

    @Test
    void aPressOnTheMapFillsTheForm() {
        Page page = Browser.in("jieshou");
        page.navigate("/test/guide");
        page.locator("[data-pick] path").first().waitFor();
        page.locator("[data-pick]").click();
        assertThat(Double.parseDouble(page.inputValue("[name=lng]"))).isBetween(115.2, 115.6);
        assertThat(page.textContent("[data-map-say]")).isEqualTo("已标记位置");
        page.click("[data-map-clear]");
        assertThat(page.inputValue("[name=lat]")).isEmpty();
        page.context().close();
    }

    @Test
    void aConfirmationIsADialogThatGivesTheFocusBack() {
        Page page = Browser.in("jieshou");
        page.navigate("/test/guide");
        page.locator("[data-confirm] summary").click();
        page.locator("dialog[open]").getByText("确定撤回").waitFor();
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog").count()).isZero();
        assertThat(page.evaluate("document.activeElement.textContent.trim()")).isEqualTo("撤回诉求");
        page.context().close();
    }

    @Test
    void whatIsTypedOutlivesAReload() {
        Page page = Browser.in("jieshou");
        page.navigate("/test/desk");
        page.evaluate("localStorage.setItem('shiyu:jieshou:guide', JSON.stringify({at: Date.now(), values: {}}))");
        page.navigate("/test/guide");
        page.fill("#f-words", "写到一半");
        page.navigate("/test/desk");
        assertThat(page.evaluate("localStorage.getItem('shiyu:jieshou:guide')").toString()).contains("写到一半");
        page.context().close();
    }

    @Test
    void eachCityHasItsOwnColoursAndMap() {
        Ask.in("jieshou").get("/theme.css").then().statusCode(200).body(containsString("#0b5cad"));
        String tag = Ask.in("liaocheng").get("/theme.css").then().body(containsString("#0f766e")).extract().header("ETag");
        Ask.in("liaocheng").header("If-None-Match", tag).get("/theme.css").then().statusCode(304);
        Ask.in("jieshou").get("/map/shapes").then().body("features", hasSize(19));
        Ask.in("liaocheng").get("/map/shapes").then().body("features", hasSize(144));
    }

    @Test
    void elderModeComesAndGoesAndLeadsNobodyAway() {
        Ask.in("jieshou").formParam("on", "1").formParam("back", "//evil.example").post("/elder").then()
                .statusCode(303)
                .header("Location", containsString("jieshou.localhost"))
                .cookie("elder", "1");
        Ask.in("jieshou").cookie("elder", "1").get("/test/guide").then().body(containsString("class=\"elder\""));
        Ask.in("jieshou").get("/test/guide?done=look.nothing").then().statusCode(200);
    }

    @Test
    void browsersMayLoadOnlyFromUs() {
        Ask.in("jieshou").get("/test/guide").then()
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", containsString("script-src 'self';"));
    }
}
