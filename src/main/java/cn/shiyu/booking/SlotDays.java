package cn.shiyu.booking;

import cn.shiyu.platform.web.Choice;
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
import java.util.stream.Collectors;

/**
 * Free times by day, as pages let one choose.
 *
 * @param chosen the day asked for, or null
 */
public record SlotDays(Bookable bookable, List<Slot> free, LocalDate chosen) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm").withZone(ZONE);

    private Map<LocalDate, List<Slot>> byDay() {
        return free.stream().collect(Collectors.groupingBy(slot -> dayOf(slot.start()), TreeMap::new, Collectors.toList()));
    }

    /** The chosen day, if something is free on it, else the first on which something is; null where nothing is. */
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

    /** Those of the day that is shown. */
    public List<Choice> times() {
        LocalDate shown = day();
        return shown == null ? List.of() : byDay().get(shown).stream().map(this::time).toList();
    }

    private Choice time(Slot slot) {
        return new Choice(
                slot.start().toString(),
                CLOCK.format(slot.start()) + "–" + CLOCK.format(slot.end()),
                bookable.capacity() > 1 ? Messages.get("booking.left", slot.left()) : null);
    }

    private static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    static String label(LocalDate day) {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日 "
                + day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINA);
    }
}
