package cn.shiyu.moralbank.honour;

import java.time.LocalDate;

/** How far a board looks. */
public enum BoardSpan {
    MONTH,
    QUARTER;

    private static final int MONTHS = 3;

    /** Its first day, for the span the day lies in. */
    LocalDate starts(LocalDate day) {
        LocalDate first = day.withDayOfMonth(1);
        return this == MONTH ? first : first.minusMonths((first.getMonthValue() - 1) % MONTHS);
    }
}
