package cn.shiyu.assessment.index;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was counted for one unit, by the names formulas use; what is not there is 0. */
public record Counts(SortedMap<String, Long> numbers) {

    /**
     * Every name a formula may use. What residents thought of the work (the five levels) is out of {@code answered}: calls that reached them, and
     * their own ratings where no call did. Their own word after a call counts instead of what was noted at it. New names come last: sealed
     * months keep their numbers in this order.
     */
    public static final List<String> NAMES = List.of(
            "dispatched", "returned", "finished", "on_time", "followed_up", "responded", "solved", "very_satisfied", "satisfied",
            "basically_satisfied", "dissatisfied", "very_dissatisfied", "answered", "reworked", "asked_again");

    public Counts {
        numbers = new TreeMap<>(numbers);
    }

    public static Counts of(Map<String, Long> numbers) {
        return new Counts(new TreeMap<>(numbers));
    }

    /** @param numbers in the order of {@link #NAMES} */
    static Counts of(Long[] numbers) {
        TreeMap<String, Long> named = new TreeMap<>();
        for (int i = 0; i < numbers.length; i++) {
            named.put(NAMES.get(i), numbers[i]);
        }
        return new Counts(named);
    }

    Counts and(Counts other) {
        TreeMap<String, Long> sum = new TreeMap<>(numbers);
        other.numbers.forEach((name, number) -> sum.merge(name, number, Long::sum));
        return new Counts(sum);
    }

    public long get(String name) {
        return numbers.getOrDefault(name, 0L);
    }
}
