package cn.shiyu.moralbank.ledger.audit;

import java.time.Instant;
import java.time.LocalDate;

/** A closed day of the books. @param digest in hexadecimal; it stands for all books up to that day */
public record ClosedDay(LocalDate day, long transfers, long postings, long points, String digest, Instant at) {}
