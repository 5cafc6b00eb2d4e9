package cn.shiyu.platform.idempotency;

/**
 * What a request has brought about.
 *
 * @param reference names the result, e.g. a case number
 * @param replayed true when an earlier request with the same key did the work
 */
public record Outcome(String reference, boolean replayed) {}
