package cn.shiyu.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A real browser on the running application, one for all tests; each person gets a context of their own (cookies, window).
 * Pictures land in {@code target/screenshots}.
 */
public final class Browser {

    private static final double TWENTY_SECONDS = 20_000;

    /** No sandbox: containers forbid it. No quick protocols and updates: they wait for networks that are not there. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static com.microsoft.playwright.Browser shared;

    private Browser() {}

    private static synchronized com.microsoft.playwright.Browser shared() {
        if (shared == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            shared = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Chromium.find())
                            .setArgs(FLAGS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "browser-close"));
        }
        return shared;
    }

    /** A window of 1280 × 800 on this city, nobody signed in. Close its context when done. */
    public static Page in(String city) {
        return in(city, 1280, 800);
    }

    public static Page in(String city, int width, int height) {
        BrowserContext context = shared().newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL("http://" + city + ".localhost:" + RestAssured.port)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(width, height));
        context.setDefaultTimeout(TWENTY_SECONDS);
        return context.newPage();
    }

    /** The same, signed in through the city's real login page, standing at {@code path}. */
    public static Page in(String city, String login, String path) {
        Page page = in(city);
        page.navigate("/login?next=" + path);
        page.fill("#username", login);
        page.fill("#password", "shiyu-demo");
        page.click("#kc-login");
        page.waitForURL("**" + path);
        return page;
    }

    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + ".png"))
                .setFullPage(true));
    }
}
