package cn.shiyu.booking.console;

import cn.shiyu.booking.Hours;
import cn.shiyu.booking.RotaException;
import cn.shiyu.booking.RotaPattern;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Messages;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** A rota between the form and the domain: row {@code n} has the fields day-n, from-n, to-n and holidays-n; an empty row is none. */
final class WeekForm {

    /** More rows than a week may have shifts are nobody's form. */
    private static final int MOST_ROWS = 60;

    private static final int LONGEST_REASON = 50;

    private WeekForm() {}

    static Form of(List<RotaPattern> week) {
        Form form = Form.empty();
        for (int i = 0; i < week.size(); i++) {
            RotaPattern shift = week.get(i);
            form = form.with("day-" + i, shift.day())
                    .with("from-" + i, shift.hours().from())
                    .with("to-" + i, shift.hours().to())
                    .with("holidays-" + i, shift.onHolidays() ? "on" : null);
        }
        return form;
    }

    static int rows(Form form) {
        int rows = 0;
        while (rows < MOST_ROWS && !form.values("from-" + rows).isEmpty()) {
            rows++;
        }
        return rows;
    }

    /** @throws Refusal 422 naming each field */
    static List<RotaPattern> read(Form form) {
        List<RotaPattern> week = new ArrayList<>();
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < rows(form); i++) {
            boolean empty = form.value("from-" + i).isBlank() && form.value("to-" + i).isBlank();
            if (!empty) {
                shift(form, i, week, faults);
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        return week;
    }

    private static void shift(Form form, int i, List<RotaPattern> week, List<FieldError> faults) {
        LocalTime from = Typed.time(form.value("from-" + i));
        LocalTime to = Typed.time(form.value("to-" + i));
        DayOfWeek day = day(form.value("day-" + i));
        if (day == null) {
            faults.add(new FieldError("day-" + i, Messages.get("desk.fault.weekday")));
        } else if (from == null || to == null || !from.isBefore(to)) {
            faults.add(new FieldError("to-" + i, Messages.get("desk.fault.hours")));
        } else {
            week.add(new RotaPattern(day, new Hours(from, to), form.has("holidays-" + i, "on")));
        }
    }

    private static DayOfWeek day(String text) {
        try {
            return DayOfWeek.valueOf(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** @throws Refusal 422 naming each field */
    static RotaException exception(Form form) {
        LocalTime from = Typed.time(form.value("from"));
        LocalTime to = Typed.time(form.value("to"));
        LocalDate day = date(form.value("day"));
        String reason = form.value("reason").replace("\0", "").strip();
        List<FieldError> faults = new ArrayList<>();
        if (day == null) {
            faults.add(new FieldError("day", Messages.get("desk.fault.day")));
        }
        if (from == null || to == null || !from.isBefore(to)) {
            faults.add(new FieldError("to", Messages.get("desk.fault.hours")));
        }
        if (reason.length() > LONGEST_REASON) {
            faults.add(new FieldError("reason", Messages.get("desk.fault.reason", LONGEST_REASON)));
        }
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        return new RotaException(
                UuidCreator.getTimeOrderedEpoch(), day, new Hours(from, to), form.has("kind", "EXTRA"),
                reason.isEmpty() ? null : reason);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
