package cn.shiyu.moralbank.award;

import java.util.List;
import java.util.UUID;

/**
 * What a draft of the rules would have given for what was really earned. Figures of kinds and budgets only, of no person.
 *
 * @param awards how many were tried, {@code members} how many people they were for
 */
public record Simulated(long awards, long members, List<OfKind> kinds, List<OfBudget> budgets) {

    /** @param cappedThen how many members a cap cut at least once, under the rules that were in force; {@code cappedNow} under the draft */
    public record OfKind(String kind, long awards, long then, long now, long cappedThen, long cappedNow) {

        public long change() {
            return now - then;
        }
    }

    /** @param budget null: awards that came out of none, since nothing was given then */
    public record OfBudget(UUID budget, long then, long now) {}

    public long then() {
        return kinds.stream().mapToLong(OfKind::then).sum();
    }

    public long now() {
        return kinds.stream().mapToLong(OfKind::now).sum();
    }
}
