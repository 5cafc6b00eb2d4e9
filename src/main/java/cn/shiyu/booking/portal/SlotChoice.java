package cn.shiyu.booking.portal;

import cn.shiyu.booking.Bookable;
import cn.shiyu.booking.Mode;
import cn.shiyu.booking.ServiceOffer;
import cn.shiyu.booking.Slot;
import cn.shiyu.booking.SlotDay;
import cn.shiyu.booking.SlotDays;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Messages;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The page on which a time is chosen.
 *
 * @param move the booking that is to be moved, or null for a new one
 * @param today of the city; the first day that can be waited for
 */
public record SlotChoice(
        ServiceOffer service, Bookable bookable, List<Slot> free, LocalDate chosen, UUID move, LocalDate today, Form form) {

    private SlotDays slots() {
        return new SlotDays(bookable, free, chosen);
    }

    /** The chosen day, if something is free on it, else the first on which something is. */
    public LocalDate day() {
        return slots().day();
    }

    public List<SlotDay> days() {
        return slots().days();
    }

    public List<Choice> times() {
        return slots().times();
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
}
