package cn.shiyu.open311.exchange;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/** In which of the standard's two formats an answer goes out: the address' ending decides, else the Accept header, else JSON. */
enum Format {
    JSON("application/json; charset=utf-8", ".json"),
    XML("text/xml; charset=utf-8", ".xml");

    private final String mediaType;
    private final String ending;

    Format(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    String mediaType() {
        return mediaType;
    }

    static Format of(RoutingContext request) {
        return of(request.request().path(), request.request().getHeader(HttpHeaders.ACCEPT));
    }

    /** @param accept may be null */
    static Format of(String path, String accept) {
        return Arrays.stream(values())
                .filter(format -> path != null && path.endsWith(format.ending))
                .findFirst()
                .orElseGet(() -> accept == null ? JSON : preferred(accept.toLowerCase(Locale.ROOT)));
    }

    private static Format preferred(String accept) {
        return Arrays.stream(values())
                .max(Comparator.comparingDouble(format -> format.weight(accept)))
                .filter(format -> format.weight(accept) > JSON.weight(accept))
                .orElse(JSON);
    }

    /** How much the header wants it: 0 when it does not name it. */
    private double weight(String accept) {
        return Arrays.stream(accept.split(","))
                .filter(range -> range.split(";")[0].contains(ending.substring(1)))
                .mapToDouble(Format::quality)
                .max()
                .orElse(0);
    }

    private static double quality(String range) {
        int at = range.indexOf("q=");
        String number = at < 0 ? "1" : range.substring(at + 2).strip();
        return number.matches("[01](\\.\\d{0,3})?") ? Double.parseDouble(number) : 0;
    }

    /** The last part of an address without its ending, which belongs to no code and no id. */
    static String bare(String last) {
        return Arrays.stream(values())
                .filter(format -> last.endsWith(format.ending))
                .map(format -> last.substring(0, last.length() - format.ending.length()))
                .findFirst()
                .orElse(last);
    }
}
