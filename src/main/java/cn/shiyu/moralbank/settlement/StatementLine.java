package cn.shiyu.moralbank.settlement;

import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.moralbank.ledger.TransferKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One transfer of a merchant's month. @param points below zero where they went back to a customer @param day of the books, city's zone */
public record StatementLine(UUID transfer, TransferKind kind, LocalDate day, Instant at, long points, Source source) {}
