package cn.shiyu.moralbank.till;

import java.time.Instant;
import java.util.UUID;

/**
 * A code to pay with, shown once to its owner.
 *
 * @param digits eight
 * @param most points it may be used for
 * @param from the account that pays; null for the owner's own
 * @param until when; UTC
 */
public record PayCode(String digits, long most, UUID from, Instant until) {}
