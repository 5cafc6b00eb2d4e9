package cn.shiyu.onboarding;

import cn.shiyu.assessment.index.Counts;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Units as there may be any month: a formula that is no share of one of them would stop the month from being sealed. */
final class CountsThatMayBe {

    private static final Map<String, Long> BUSY = Map.of("dispatched", 100L, "finished", 90L, "on_time", 80L, "returned", 100L);

    private CountsThatMayBe() {}

    /** Units with one kind of answer alone, by telephone and of the residents' own accord, and one that only dispatched. */
    static void each(Consumer<Counts> work) {
        work.accept(Counts.of(BUSY));
        for (String level : new String[] {"very_satisfied", "satisfied", "basically_satisfied", "dissatisfied", "very_dissatisfied"}) {
            work.accept(with(Map.of("followed_up", 50L, "responded", 50L, "solved", 50L, "answered", 50L, level, 50L)));
            work.accept(with(Map.of("answered", 50L, level, 50L)));
            work.accept(with(Map.of("followed_up", 50L, "answered", 50L, level, 50L)));
        }
    }

    private static Counts with(Map<String, Long> answers) {
        TreeMap<String, Long> all = new TreeMap<>(BUSY);
        all.putAll(answers);
        return Counts.of(all);
    }
}
