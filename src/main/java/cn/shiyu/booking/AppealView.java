package cn.shiyu.booking;

import java.time.Instant;
import java.util.UUID;

/**
 * An appeal against a no-show, for who made it and who decides.
 *
 * @param words of the resident @param reason of who decided; null without one @param decidedAt null while it is open
 */
public record AppealView(UUID booking, AppealStatus status, String words, Instant madeAt, String reason, Instant decidedAt) {}
