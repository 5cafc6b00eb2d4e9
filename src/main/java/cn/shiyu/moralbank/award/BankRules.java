package cn.shiyu.moralbank.award;

import java.time.Instant;
import java.time.LocalDate;

/** One version of the rules. @param from first day on which it is in force, city's zone @param by login, or {@code tenant-file} */
public record BankRules(int version, LocalDate from, BankTerms terms, String by, Instant at) {}
