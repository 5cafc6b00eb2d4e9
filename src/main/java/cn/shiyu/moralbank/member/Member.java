package cn.shiyu.moralbank.member;

import java.time.Instant;
import java.util.UUID;

/**
 * A resident who joined.
 *
 * @param account of the books, {@code RESIDENT}
 * @param region code of the division they said they live in
 * @param name how they want to be called
 */
public record Member(UUID resident, UUID account, String region, String name, Instant joinedAt) {}
