package cn.shiyu.moralbank.honour;

import java.time.LocalDate;

/**
 * One line of the book.
 *
 * @param name as its doer lets it be shown @param kind Chinese @param day city's zone @param place full name of the division
 * @param minutes of an activity, 0 for a deed @param points a cap may have left none
 */
public record Entry(String name, String kind, LocalDate day, String place, long minutes, long points) {

    /** 2.5: hours, to a tenth. */
    public String hours() {
        return Hours.of(minutes);
    }
}
