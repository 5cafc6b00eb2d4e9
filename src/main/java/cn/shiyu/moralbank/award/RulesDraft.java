package cn.shiyu.moralbank.award;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Rules the clerk thinks of.
 *
 * @param version it became, null while it has not
 * @param from first and {@code to} last day of what the simulation tries; null before it was asked for
 * @param result null until it is done
 */
public record RulesDraft(
        UUID id, BankTerms terms, State state, Integer version, String by, Instant at, Simulation simulation, LocalDate from, LocalDate to,
        long done, long total, Simulated result) {

    /** Where a draft stands. */
    public enum State {
        /** 拟定中 */
        OPEN,
        /** 已生效或将生效 */
        EFFECTIVE,
        /** 已放弃 */
        DROPPED
    }

    /** Where its simulation stands. */
    public enum Simulation {
        NONE,
        ASKED,
        RUNNING,
        DONE,
        FAILED
    }

    public boolean open() {
        return state == State.OPEN;
    }

    public boolean underWay() {
        return simulation == Simulation.ASKED || simulation == Simulation.RUNNING;
    }

    public boolean simulated() {
        return simulation == Simulation.DONE;
    }

    public boolean failed() {
        return simulation == Simulation.FAILED;
    }

    private static final int WHOLE = 100;

    public long percent() {
        return total == 0 ? 0 : Math.min(WHOLE, done * WHOLE / total);
    }
}
