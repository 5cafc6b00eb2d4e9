package cn.shiyu.clock;

import cn.shiyu.tenancy.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * A moment that has passed, told once.
 *
 * @param passedAt the moment itself, UTC
 * @param dueAt the end of the clock it belongs to, as it stood then
 * @param noticedAt when it was noticed, seconds later as a rule, hours after an outage
 */
public record FiredDeadline(
        TenantId tenant,
        UUID deadlineId,
        UUID clockId,
        ClockSubject subject,
        ClockKind clock,
        Limit limit,
        DeadlineKind kind,
        Instant passedAt,
        Instant dueAt,
        Instant noticedAt) {}
