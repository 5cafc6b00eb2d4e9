package cn.shiyu.moralbank.volunteering;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.crypto.BlindIndex;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.idempotency.Outcome;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.redis.RateLimiter;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/** 签到签退: by the code of the moment, each for themselves; and by the organiser's hand where somebody forgot. */
@ApplicationScoped
public class CheckFlow {

    /** So often one may type a code in ten minutes: with two of a million right, guessing is hopeless. */
    private static final int TRIES = 10;

    private static final int REASON = 200;

    @Inject
    TenantSql sql;

    @Inject
    Idempotency idempotency;

    @Inject
    RateLimiter limiter;

    @Inject
    BlindIndex index;

    @Inject
    Calendars calendars;

    @Inject
    ActivityStep step;

    /**
     * @param phone what stands for the phone at hand, or null; kept as a keyed digest for 90 days
     * @return {@code IN} or {@code OUT}
     * @throws Refusal 404 for who has no place, 422 {@code code} for any code but this moment's, 409 {@code checked-already},
     *     {@code not-checked-in}
     */
    public Uni<Outcome> check(Caller member, IdempotencyKey key, UUID id, Direction direction, String code, String phone) {
        byte[] digest = phone == null ? null : index.digest(member.tenant(), Purpose.CONTACT, "phone-at-hand:" + phone);
        return limiter.admit(member.tenant(), "activity-code", member.id() + ":" + id, TRIES, Duration.ofMinutes(10))
                .chain(() -> sql.inTx(member.tenant(), connection -> idempotency.once(
                        connection, member, key, IdempotencyKey.digest("check", id, direction, code),
                        () -> step.take(connection, member, id, ActivityAction.CHECK, at -> check(at, direction, code, digest)))));
    }

    private Uni<String> check(ActivityStep.At at, Direction direction, String code, byte[] phone) {
        return Places.find(at.sql(), at.tenant(), at.id(), at.resident())
                .map(found -> found.filter(Place::isSigned).orElseThrow(ActivityRefusals::noPlace))
                .invoke(own -> refuseUnlessNext(own, direction))
                .invoke(own -> {
                    if (!CheckCode.fits(step.openKey(at.tenant(), at.it()), at.id(), direction, at.now(), code)) {
                        throw ActivityRefusals.field("code", "code");
                    }
                })
                .chain(own -> Places.checked(at.sql(), at.tenant(), at.id(), at.resident(), direction, at.now(), phone))
                .chain(() -> step.happened(at, direction == Direction.IN ? "CheckedIn" : "CheckedOut", Map.of()))
                .replaceWith(direction.name());
    }

    private static void refuseUnlessNext(Place own, Direction direction) {
        Instant done = direction == Direction.IN ? own.in() : own.out();
        if (done != null) {
            throw ActivityRefusals.conflict("checked-already", "checkedAlready." + direction);
        }
        if (direction == Direction.OUT && own.in() == null) {
            throw ActivityRefusals.conflict("not-checked-in", "notCheckedIn");
        }
    }

    /**
     * Sets both times of somebody who forgot one.
     *
     * @param from and {@code to}: 09:00 on the activity's day, in the city's zone
     * @throws Refusal 404 for who has no place, 422 {@code from}, {@code to}, {@code because}
     */
    public Uni<Void> correct(Caller organiser, UUID id, UUID resident, String from, String to, String because) {
        String reason = because == null ? "" : because.strip();
        if (reason.isEmpty() || reason.length() > REASON) {
            throw ActivityRefusals.field("because", "because");
        }
        return step.take(organiser, id, ActivityAction.CORRECT, at -> Places.find(at.sql(), at.tenant(), id, resident)
                .map(found -> found.filter(Place::isSigned).orElseThrow(Refusal::notFound))
                .chain(one -> {
                    Instant in = time(at, "from", from);
                    Instant out = time(at, "to", to);
                    if (out.isBefore(in)) {
                        throw ActivityRefusals.field("to", "draft.to");
                    }
                    byte[] sealed = step.seal(at.tenant(), id, resident, "because", reason);
                    return Places.byHand(at.sql(), at.tenant(), id, resident, in, out, sealed);
                })
                .chain(() -> step.happened(at, "TimeSetByHand", Map.of("place", "one"))));
    }

    private Instant time(ActivityStep.At at, String field, String typed) {
        ZoneId zone = calendars.of(at.city()).zone();
        try {
            LocalTime time = LocalTime.parse(typed == null ? "" : typed.strip());
            return at.it().starts().atZone(zone).toLocalDate().atTime(time).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw ActivityRefusals.field(field, "draft.from");
        }
    }
}
