package cn.shiyu.assessment.index;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** The days of a period, one after the other: each is a statement that no server has to wait long for. */
final class Days {

    private Days() {}

    static <T> Uni<List<T>> each(LocalDate from, LocalDate to, Function<LocalDate, Uni<T>> work) {
        return Multi.createFrom()
                .items(from.datesUntil(to))
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList();
    }
}
