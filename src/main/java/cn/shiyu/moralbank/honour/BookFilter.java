package cn.shiyu.moralbank.honour;

import java.time.YearMonth;

/** @param region code of a township or community, null for all @param month null for all @param kind code, null for all */
public record BookFilter(String region, YearMonth month, String kind) {

    /** As it came in an address; blank is none, and a month that is no month likewise. */
    public static BookFilter of(String region, String month, String kind) {
        return new BookFilter(some(region), month(month), some(kind));
    }

    private static String some(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static YearMonth month(String text) {
        return text != null && text.matches("20\\d{2}-(0[1-9]|1[0-2])") ? YearMonth.parse(text) : null;
    }
}
