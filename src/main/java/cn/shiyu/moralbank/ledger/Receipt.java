package cn.shiyu.moralbank.ledger;

import java.time.Instant;
import java.util.UUID;

/** @param replayed true when an earlier request with the same key did the work; nothing was booked this time */
public record Receipt(UUID transfer, boolean replayed, Instant at) {}
