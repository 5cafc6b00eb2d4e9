package cn.shiyu.moralbank.honour;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/** Where a page of the book ends. */
record BookCursor(LocalDate day, UUID award) {

    private static final int DATE = 10;

    /** Empty for what is none: the first page. */
    static Optional<BookCursor> of(String text) {
        if (text == null || text.length() <= DATE) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BookCursor(LocalDate.parse(text.substring(0, DATE)), UUID.fromString(text.substring(DATE + 1))));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return day + "_" + award;
    }
}
