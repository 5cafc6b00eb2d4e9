package cn.shiyu.moralbank.honour;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** A place on a board. @param rank from 1; whoever has as much has the same */
public record Ranked<T>(int rank, T what) {

    /**
     * @param found most first, one more than a board holds where there is one
     * @param most how many a board holds; where those at its end are tied with more, none of them is picked out
     */
    static <T> List<Ranked<T>> of(List<T> found, int most, ToLongFunction<T> figure) {
        long cut = found.size() > most ? figure.applyAsLong(found.get(most)) : Long.MIN_VALUE;
        List<Ranked<T>> places = new ArrayList<>();
        for (T one : found.subList(0, Math.min(most, found.size()))) {
            long own = figure.applyAsLong(one);
            Ranked<T> before = places.isEmpty() ? null : places.get(places.size() - 1);
            boolean tied = before != null && figure.applyAsLong(before.what()) == own;
            if (own > cut) {
                places.add(new Ranked<>(tied ? before.rank() : places.size() + 1, one));
            }
        }
        return List.copyOf(places);
    }
}
