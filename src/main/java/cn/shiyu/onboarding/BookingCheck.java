package cn.shiyu.onboarding;

import cn.shiyu.booking.BookingSettings;
import cn.shiyu.booking.Mode;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Section {@code booking}, which a city may leave out: services, and who and what can be booked. */
final class BookingCheck implements SectionCheck {

    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    @Override
    public void check(TenantFile file) {
        if (!file.city().sections().contains(BookingSettings.SECTION)) {
            return;
        }
        Entry booking = file.section(BookingSettings.SECTION);
        number(booking, "holdMinutes", 1, 60);
        number(booking, "offerMinutes", 5, 1440);
        number(booking, "mostOpen", 1, 50);
        if (booking.has("makeUpDaysAs")) {
            booking.oneOf("makeUpDaysAs", DayOfWeek.class);
        }
        if (booking.has("noShows")) {
            noShows(booking.child("noShows"));
        }
        List<Entry> services = booking.entries("services", "code");
        SectionCheck.unique(services, "code");
        services.forEach(BookingCheck::service);
        Set<String> kinds = services.stream()
                .flatMap(service -> service.optional("kind").stream())
                .collect(Collectors.toSet());
        List<Entry> bookables = booking.entries("bookables", "code");
        SectionCheck.unique(bookables, "code");
        bookables.forEach(bookable -> bookable(file, bookable, kinds));
    }

    private static void noShows(Entry rule) {
        rule.number("most", 1, 100);
        rule.number("days", 1, 3650);
        rule.number("pauseDays", 1, 365);
        number(rule, "appealDays", 1, 90);
    }

    private static void service(Entry service) {
        service.text("code", "[a-z][a-z0-9-]{1,39}", "legal-talk");
        service.text("name");
        service.text("kind", "[A-Z][A-Z_]{1,39}", "LEGAL_ADVISOR");
        service.number("minutes", 5, 480);
        number(service, "bufferMinutes", 0, 240);
        number(service, "horizonDays", 0, 90);
        number(service, "leadMinutes", 0, 20_160);
        number(service, "changeMinutes", 0, 20_160);
        if (service.has("through")) {
            service.text("through", "[a-z][a-z-]{1,39}", "bank-order");
        }
        service.texts("modes").forEach(mode -> service.choice("modes", mode, Mode.class));
    }

    private static void bookable(TenantFile file, Entry bookable, Set<String> kinds) {
        bookable.text("code", "[a-z][a-z0-9-]{1,59}", "advisor-dongcheng");
        bookable.text("name");
        String kind = bookable.text("kind");
        if (!kind.isEmpty() && !kinds.contains(kind)) {
            bookable.fault("kind", "没有哪项服务的 kind 是“" + kind + "”");
        }
        number(bookable, "capacity", 1, 50);
        bookable.optional("unit")
                .filter(unit -> !file.isCentre(unit) && !file.isTerritorial(unit) && !file.isDepartment(unit))
                .ifPresent(unit -> bookable.fault("unit", "没有代码为“" + unit + "”的单位"));
        bookable.entries("rota").forEach(BookingCheck::shift);
    }

    private static void shift(Entry shift) {
        if (shift.texts("days").isEmpty()) {
            shift.fault("days", "至少要有一天");
        }
        shift.texts("days").forEach(day -> shift.choice("days", day, DayOfWeek.class));
        String from = shift.text("from", TIME, "09:00");
        String to = shift.text("to", TIME, "11:30");
        if (from.matches(TIME) && to.matches(TIME) && from.compareTo(to) >= 0) {
            shift.fault("to", "应晚于 from");
        }
    }

    private static void number(Entry entry, String field, int from, int to) {
        if (entry.has(field)) {
            entry.number(field, from, to);
        }
    }
}
