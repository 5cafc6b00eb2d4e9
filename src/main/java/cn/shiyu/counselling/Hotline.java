package cn.shiyu.counselling;

import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import java.util.List;
import java.util.stream.Stream;

/** A number that helps at once. @param number as it is dialled @param words when to call it, or null */
public record Hotline(String name, String number, String words) {

    /** The country's own, which no tenant file can take away: 12356 (全国统一心理援助热线), 110, 120. */
    private static final List<String> NATIONAL = List.of("12356", "110", "120");

    /** The country's first, then the city's. */
    public static List<Hotline> of(City city) {
        return Stream.concat(NATIONAL.stream().map(Hotline::national), CounsellingSettings.of(city).hotlines().stream())
                .toList();
    }

    private static Hotline national(String number) {
        return new Hotline(
                Messages.get("counselling.hotline." + number), number, Messages.get("counselling.hotlineWords." + number));
    }
}
