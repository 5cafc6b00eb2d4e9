package cn.shiyu.moralbank.portal;

import cn.shiyu.platform.web.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The address of a list with its filters, which survives a reload. */
final class Filters {

    private Filters() {}

    static String address(String place, Form form, String... fields) {
        String query = Arrays.stream(fields)
                .filter(field -> !form.value(field).isBlank())
                .map(field -> field + "=" + URLEncoder.encode(form.value(field), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? place : place + "?" + query;
    }
}
