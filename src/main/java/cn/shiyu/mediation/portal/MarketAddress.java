package cn.shiyu.mediation.portal;

import cn.shiyu.platform.web.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses of the supermarket with what was chosen in them. */
final class MarketAddress {

    private MarketAddress() {}

    static String of(String path, Form form, List<String> filters) {
        return with(path, Stream.concat(
                filters.stream().filter(name -> !form.value(name).isBlank()).map(name -> pair(name, form.value(name))),
                Stream.concat(
                        form.values("m").stream().map(login -> pair("m", login)),
                        form.values("case").stream().map(number -> pair("case", number)))));
    }

    /** The application form with these mediators filled in. */
    static String apply(List<String> logins, String number) {
        return with("/mediations/new", Stream.concat(
                logins.stream().map(login -> pair("m", login)),
                number == null || number.isBlank() ? Stream.empty() : Stream.of(pair("case", number))));
    }

    private static String with(String path, Stream<String> pairs) {
        String query = pairs.collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
