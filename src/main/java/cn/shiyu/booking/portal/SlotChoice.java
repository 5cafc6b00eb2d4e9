package cn.shiyu.booking.portal;

import cn.shiyu.booking.Bookable;
import cn.shiyu.booking.Mode;
import cn.shiyu.booking.ServiceOffer;
import cn.shiyu.booking.Slot;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The page on which a time is chosen.
 *
 * @param move the booking that is to be moved, or null for a new one
 * @param today of the city; the first day that can be waited for
 */
public record SlotChoice(
        ServiceOffer service, Bookable bookable, List<Slot> free, LocalDate chosen, UUID move, LocalDate today, Form form) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm").withZone(ZONE);

    private Map<LocalDate, List<Slot>> byDay() {
        return free.stream().collect(Collectors.groupingBy(slot -> dayOf(slot.start()), TreeMap::new, Collectors.toList()));
    }

    /** The chosen day, if something is free on it, else the first on which something is. */
    public LocalDate day() {
        Map<LocalDate, List<Slot>> days = byDay();
        return chosen != null && days.containsKey(chosen) ? chosen : days.keySet().stream().findFirst().orElse(null);
    }

    public List<SlotDay> days() {
        LocalDate shown = day();
        return byDay().entrySet().stream()
                .map(entry -> new SlotDay(entry.getKey(), label(entry.getKey()), entry.getValue().size(), entry.getKey().equals(shown)))
                .toList();
    }

    public List<Choice> times() {
        return byDay().getOrDefault(day() == null ? today : day(), List.of()).stream()
                .map(slot -> new Choice(
                        slot.start().toString(),
                        CLOCK.format(slot.start()) + "–" + CLOCK.format(slot.end()),
                        bookable.capacity() > 1 ? Messages.get("booking.left", slot.left()) : null))
                .toList();
    }

    public List<Choice> modes() {
        return service.modes().stream().map(SlotChoice::mode).toList();
    }

    private static Choice mode(Mode mode) {
        return new Choice(mode.name(), Messages.get("booking.mode." + mode));
    }

    public LocalDate lastDay() {
        return today.plusDays(service.horizonDays());
    }

    /** This page, without the day. */
    public String address() {
        String path = "/book/" + service.code() + "/" + bookable.id();
        return move == null ? path : path + "?move=" + move;
    }

    static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    static String label(LocalDate day) {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日 "
                + day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINA);
    }
}
