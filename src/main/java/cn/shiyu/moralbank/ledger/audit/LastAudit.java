package cn.shiyu.moralbank.ledger.audit;

import java.time.Instant;

/** The last reconciliation. @param difference the first one, in words; null when all agreed */
public record LastAudit(Instant at, long transfers, long postings, String difference) {}
