package cn.shiyu.platform.web;

import cn.shiyu.tenancy.CurrentCity;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.regex.Pattern;

/** What every page may ask about where it stands: {@code cdi:site} in templates. */
@Named("site")
@RequestScoped
public class Site {

    private static final Pattern DONE = Pattern.compile("[a-z][a-z0-9]{0,19}\\.[a-zA-Z]{1,30}");

    static final List<String> SHEETS =
            List.of("css/tokens.css", "css/base.css", "css/form.css", "css/media.css", "css/pieces.css", "css/cases.css",
                    "css/mediation.css", "css/bank.css");
    static final List<String> MODULES = List.of(
            "js/forms.js",
            "js/autosave.js",
            "js/cascade.js",
            "js/photos.js",
            "js/signature.js",
            "js/sound.js",
            "js/dialogs.js",
            "js/aloud.js",
            "js/live.js",
            "js/copy.js",
            "js/countdown.js",
            "js/till.js",
            "js/crisis.js");

    @Inject
    CurrentCity city;

    @Inject
    RoutingContext request;

    @Inject
    Assets assets;

    @Inject
    SecurityIdentity identity;

    public String city() {
        return city.get().name();
    }

    /** Keys what the browser keeps for this city, such as a half-written form. */
    public String cityId() {
        return city.id().value();
    }

    public String slogan() {
        return theme().slogan();
    }

    public String hotline() {
        return theme().hotline();
    }

    public String logoText() {
        return theme().logoText();
    }

    public String themeAddress() {
        return "/theme.css?v=" + Digests.brief(theme().sheet());
    }

    private Theme theme() {
        return city.get().section("theme", Theme.class);
    }

    public MapSettings map() {
        return city.get().section("map", MapSettings.class);
    }

    /** 关怀版: large type, fewer things on a page. */
    public boolean elder() {
        Cookie cookie = request.request().getCookie(ElderMode.COOKIE);
        return cookie != null && "1".equals(cookie.getValue());
    }

    /** Path of the page at hand, without its query. */
    public String path() {
        return request.request().path();
    }

    /** Path and query of the page at hand, to come back to. */
    public String here() {
        return request.request().uri();
    }

    /** Style sheets of every page, in the order in which they build on each other. */
    public List<String> sheets() {
        return SHEETS.stream().map(assets::address).toList();
    }

    /** Modules of every page; each looks for its own marks and does nothing where there are none. */
    public List<String> modules() {
        return MODULES.stream().map(assets::address).toList();
    }

    public boolean signedIn() {
        return !identity.isAnonymous();
    }

    /** Where to sign in and come back to the page at hand. */
    public String signIn() {
        return LinkExtensions.with("/login", "next", here());
    }

    /** The five places of the portal (residents' menu). */
    public List<NavItem> menu() {
        return PortalMenu.at(path());
    }

    /** Address of a static file, with its version. */
    public String asset(String file) {
        return assets.address(file);
    }

    /**
     * What was just done, in words: {@code ?done=casework.submitted} reads the message {@code casework.done.submitted}.
     * Null when nothing was, or when somebody made the address up.
     */
    public String done() {
        String done = request.request().getParam("done");
        if (done == null || !DONE.matcher(done).matches()) {
            return null;
        }
        return Messages.find(done.replace(".", ".done.")).orElse(null);
    }
}
