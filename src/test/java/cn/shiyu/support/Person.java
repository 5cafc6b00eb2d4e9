package cn.shiyu.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody at a browser of their own. Whatever they do with the site they do by what they see on it; {@link #looks} keeps a
 * picture and holds the page to what every page must be.
 */
public final class Person implements AutoCloseable {

    private final Page page;
    private final Hands hands;
    private final int width;
    private final List<String> complaints = new ArrayList<>();

    public Person(String city, Hands hands, int width) {
        this.page = Browser.in(city, width, 800);
        this.hands = hands;
        this.width = width;
        page.onPageError(complaints::add);
    }

    /** Through the city's login page, back to where they wanted. */
    public Person signsIn(String login, String path) {
        page.navigate("/login?next=" + path);
        return entersPassword(login);
    }

    public Person entersPassword(String login) {
        hands.fill(page, "#username", login);
        hands.fill(page, "#password", "shiyu-demo");
        return presses("#kc-login");
    }

    public Person opens(String path) {
        page.navigate(path);
        return this;
    }

    /** Presses what leads to another page, and waits for it. */
    public Person presses(String target) {
        page.evaluate("() => { window.left = true; }");
        hands.press(page, target);
        page.waitForFunction("() => !window.left && document.readyState === 'complete'");
        return this;
    }

    public Person fills(String target, String text) {
        hands.fill(page, target, text);
        return this;
    }

    public Person chooses(String name, String value) {
        hands.choose(page, name, value);
        return this;
    }

    public Person selects(String target, String value) {
        hands.select(page, target, value);
        return this;
    }

    /** The operating system's own dialog is not ours to test. */
    public Person brings(String target, String name, byte[] photo) {
        page.locator(target).setInputFiles(new FilePayload(name, "image/jpeg", photo));
        return this;
    }

    public String reads(String target) {
        return page.locator(target).first().textContent().strip();
    }

    public boolean sees(String target) {
        return page.locator(target).count() > 0;
    }

    public String attribute(String target, String name) {
        return page.locator(target).first().getAttribute(name);
    }

    public Person finds(String words) {
        assertThat(page.locator("main").textContent()).contains(words);
        return this;
    }

    /** The network goes away and comes back, as in a cellar. */
    public Person network(boolean there) {
        page.context().setOffline(!there);
        return this;
    }

    /** Waits, without doing anything, for what comes by itself, on a page that is whole. */
    public Person awaits(String target) {
        page.locator(target).first().waitFor();
        page.waitForLoadState();
        return this;
    }

    /** To this person the address is not there. */
    public void findsNothingAt(String path) {
        Response answer = page.navigate(path);
        assertThat(answer.status()).as(path).isEqualTo(404);
    }

    /** A picture; no violation of accessibility; nothing wider than the window; no error in a script. */
    public Person looks(String name) {
        page.locator("body").waitFor();
        Browser.picture(page, "story-" + name + "-" + width);
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations)
                .as("%s (%s) is not accessible: %s", name, page.url(), violations.stream().map(Person::told).toList())
                .isEmpty();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as("%s (%s) is wider than %d", name, page.url(), width)
                .isLessThanOrEqualTo(0);
        assertThat(complaints).as("errors of scripts on %s", name).isEmpty();
        return this;
    }

    private static String told(Rule rule) {
        return rule.getId() + " " + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }

    public Locator all(String target) {
        return page.locator(target);
    }

    @Override
    public void close() {
        page.context().close();
    }
}
