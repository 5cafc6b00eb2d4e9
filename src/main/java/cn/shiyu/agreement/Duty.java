package cn.shiyu.agreement;

import java.time.Instant;
import java.time.LocalDate;

/**
 * 履行事项: one thing one side owes the other.
 *
 * @param fen money in fen; null for what is none
 */
public record Duty(
        int place, AgreementSide debtor, String words, Long fen, LocalDate due, State state, Instant reportedAt, Instant doneAt) {

    /** How far it is. */
    public enum State {
        OPEN,
        /** Who owes it says it is done. */
        REPORTED,
        /** To whom it is owed says so too. */
        DONE
    }

    /** 3000.00元, or null. */
    public String yuan() {
        return fen == null ? null : "%d.%02d元".formatted(fen / 100, fen % 100);
    }

    public boolean isDone() {
        return state == State.DONE;
    }

    /** @param today in the city */
    public boolean isLate(LocalDate today) {
        return !isDone() && due.isBefore(today);
    }
}
