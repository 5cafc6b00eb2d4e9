package cn.shiyu.clock;

import java.time.LocalDate;

/**
 * A day that the State Council's yearly notice sets apart from the plain week.
 *
 * @param name the holiday it belongs to: 国庆节
 * @param off true: 放假; false: 调休上班, a make-up workday on a weekend
 */
public record SpecialDay(LocalDate date, String name, boolean off) {}
