package cn.shiyu.law;

import java.time.LocalDate;

/**
 * Which articles.
 *
 * @param day in force on that day
 * @param level null for all
 * @param law id of one law, null for all
 */
public record LawFilter(LocalDate day, LawLevel level, String law) {}
