package cn.shiyu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Browser;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in and out with a real browser at the real Keycloak. */
@QuarkusTest
class SigningInIT {

    @ParameterizedTest
    @ValueSource(strings = {"jieshou", "liaocheng"})
    void leadsThroughAChineseLoginPageBackToWhereOneWanted(String city) {
        Page page = Browser.in(city);
        page.navigate("/login?next=/test/who");
        Browser.picture(page, "login-" + city);
        assertThat(page.locator("html").getAttribute("lang")).startsWith("zh");
        page.fill("#username", "resident1");
        page.fill("#password", "shiyu-demo");
        page.click("#kc-login");
        page.waitForURL("**/test/who");
        assertThat(page.textContent("body")).contains("RESIDENT").contains("\"" + city + "\"");
        page.context().close();
    }

    @Test
    void letsANewcomerRegisterAsAResident() {
        Page page = Browser.in("jieshou");
        page.navigate("/login?next=/test/who");
        page.locator("#kc-registration a").click();
        page.fill("#username", "newcomer" + System.nanoTime());
        page.fill("#password", "a-long-password");
        page.fill("#password-confirm", "a-long-password");
        Browser.picture(page, "register");
        page.locator("#kc-register-form [type=submit]").click();
        page.waitForURL("**/test/who");
        assertThat(page.textContent("body")).contains("RESIDENT");
        page.context().close();
    }

    @Test
    void doesNotCarryASessionFromOneCityIntoTheOther() {
        Page page = Browser.in("jieshou", "resident1", "/test/who");
        String elsewhere = page.url().replace("jieshou", "liaocheng");
        page.navigate(elsewhere);
        assertThat(page.textContent("body")).contains("ANYONE");
        page.context().close();
    }

    @Test
    void endsWithLogout() {
        Page page = Browser.in("jieshou", "resident1", "/test/who");
        page.navigate("/logout");
        page.waitForURL(Pattern.compile("http://jieshou\\.localhost:\\d+/"));
        page.navigate("/test/who");
        assertThat(page.textContent("body")).contains("ANYONE");
        page.context().close();
    }
}
