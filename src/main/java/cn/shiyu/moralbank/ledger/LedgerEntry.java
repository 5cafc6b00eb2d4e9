package cn.shiyu.moralbank.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One transfer as an account sees it. @param points with its sign @param reason code of the words @param day of the books, city's zone */
public record LedgerEntry(UUID transfer, TransferKind kind, LocalDate day, Instant at, long points, String reason, Source source) {}
