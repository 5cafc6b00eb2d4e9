package cn.shiyu.moralbank.portal;

import cn.shiyu.booking.SlotDay;
import cn.shiyu.booking.SlotDays;
import cn.shiyu.moralbank.shop.Order;
import cn.shiyu.moralbank.shop.VisitQueries;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Messages;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The page on which an order's time is chosen. @param chosen day, or null */
public record TimeChoice(VisitQueries.Times it, LocalDate chosen, Form form) {

    public Order order() {
        return it.order();
    }

    public String place() {
        return it.bookable().place();
    }

    public LocalDate day() {
        return slots().day();
    }

    public List<SlotDay> days() {
        return slots().days();
    }

    public List<Choice> times() {
        return slots().times();
    }

    private SlotDays slots() {
        return new SlotDays(it.bookable(), it.free(), chosen);
    }

    /** Null where none was named, or none that there is. */
    static LocalDate day(String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** @throws Refusal 422 {@code start} */
    static Instant start(Form form) {
        try {
            return Instant.parse(form.value("start"));
        } catch (DateTimeException e) {
            throw Refusal.badInput("start", Messages.get("booking.refusal.notOffered"));
        }
    }
}
