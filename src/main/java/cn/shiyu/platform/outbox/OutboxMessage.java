package cn.shiyu.platform.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as its receiver gets it.
 *
 * @param id the same on every delivery of this message: receivers tell doubles by it
 * @param key what it is about, e.g. a case id
 * @param payload JSON
 * @param attempt 1 on the first delivery
 */
public record OutboxMessage(UUID id, String topic, String key, String payload, Instant createdAt, int attempt) {}
