package cn.shiyu.booking.portal;

import cn.shiyu.booking.Mode;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Messages;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/** What came in a form or an address, as the flows want it. Each fault names its field. */
final class Typed {

    private Typed() {}

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }

    static IdempotencyKey key(Form form) {
        return IdempotencyKey.of(form.value("idempotencyKey"));
    }

    static Mode mode(Form form) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.name().equals(form.value("mode")))
                .findFirst()
                .orElseThrow(() -> Refusal.badInput("mode", Messages.get("booking.refusal.noMode")));
    }

    static Instant start(Form form) {
        try {
            return Instant.parse(form.value("start"));
        } catch (DateTimeException e) {
            throw Refusal.badInput("start", Messages.get("booking.refusal.notOffered"));
        }
    }

    static LocalDate day(String field, Form form) {
        LocalDate day = dayOrNull(form.value(field));
        if (day == null) {
            throw Refusal.badInput(field, Messages.get("booking.refusal.noDays"));
        }
        return day;
    }

    /** Null where no day was named, or none that there is. */
    static LocalDate dayOrNull(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
