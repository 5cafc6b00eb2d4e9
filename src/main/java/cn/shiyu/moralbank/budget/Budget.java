package cn.shiyu.moralbank.budget;

import java.time.Instant;
import java.util.UUID;

/** A sponsor's budget. @param region code of the division where it may be given @param left points it still has */
public record Budget(UUID account, String sponsor, String name, String region, Instant openedAt, long left) {}
