package cn.shiyu.platform.web;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses in templates: {@code {href.with('after', cursor)}} adds one parameter to the query. */
@TemplateExtension
final class LinkExtensions {

    private LinkExtensions() {}

    static String with(String href, String name, Object value) {
        String pair = encoded(name) + "=" + encoded(String.valueOf(value));
        return href + (href.contains("?") ? "&" : "?") + pair;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
