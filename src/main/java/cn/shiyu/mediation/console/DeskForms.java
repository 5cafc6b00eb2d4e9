package cn.shiyu.mediation.console;

import cn.shiyu.mediation.Meeting;
import cn.shiyu.mediation.MeetingFlow;
import cn.shiyu.mediation.Side;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Messages;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;

/** Reads the desk's forms. */
final class DeskForms {

    private DeskForms() {}

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

    static Side side(Form form) {
        return Arrays.stream(Side.values())
                .filter(side -> side.name().equals(form.value("aside")))
                .findFirst()
                .orElse(null);
    }

    static Meeting.Way way(Form form) {
        return Arrays.stream(Meeting.Way.values())
                .filter(way -> way.name().equals(form.value("way")))
                .findFirst()
                .orElse(null);
    }

    /** @throws Refusal 422 {@code slot} when none of the times on offer was chosen */
    static MeetingFlow.Wish wish(Form form) {
        String[] slot = form.value("slot").split("@", 2);
        try {
            return new MeetingFlow.Wish(
                    UUID.fromString(slot[0]), Instant.parse(slot[1]), way(form), form.value("place"));
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw Refusal.badInput("slot", Messages.get("mediation.refusal.slot"));
        }
    }
}
