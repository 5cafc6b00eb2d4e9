package cn.shiyu.dashboard;

import java.time.LocalDate;

/**
 * Which cases of a mark.
 *
 * @param from, to first and last day, Asia/Shanghai; of no matter where the mark is about now
 * @param township, topic, unit codes, or null for all; a topic may be the empty text: not classified
 */
public record MarkFilter(Mark mark, LocalDate from, LocalDate to, String township, String topic, String unit) {}
