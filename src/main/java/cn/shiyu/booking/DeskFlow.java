package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What is done where people come: they check in, are served, did not come, or stand there without a booking. */
@ApplicationScoped
public class DeskFlow {

    /** So much before its time a person may check in. */
    static final Duration EARLY = Duration.ofHours(12);

    @Inject
    TenantSql sql;

    @Inject
    Agendas agendas;

    @Inject
    Turns turns;

    @Inject
    BookingStep step;

    @Inject
    BookingRules rules;

    @Inject
    BookingEvents events;

    @Inject
    Idempotency idempotency;

    @Inject
    Clock clock;

    /** Also by the resident, on a phone. @throws Refusal 409 {@code too-early} more than twelve hours before */
    public Uni<Void> checkIn(Caller caller, UUID booking) {
        return step(caller, booking, BookingAction.CHECK_IN, EARLY);
    }

    public Uni<Void> start(Caller staff, UUID booking) {
        return step(staff, booking, BookingAction.START, EARLY);
    }

    public Uni<Void> finish(Caller staff, UUID booking) {
        return step(staff, booking, BookingAction.FINISH, EARLY);
    }

    /** 未到. @throws Refusal 409 {@code too-early} before its time */
    public Uni<Void> miss(Caller staff, UUID booking) {
        return step(staff, booking, BookingAction.MISS, Duration.ZERO);
    }

    /** 撤销未到 */
    public Uni<Void> forgive(Caller staff, UUID booking) {
        return step(staff, booking, BookingAction.FORGIVE, Duration.ZERO);
    }

    private Uni<Void> step(Caller caller, UUID booking, BookingAction action, Duration early) {
        return step.under(caller, booking, now(), (open, one) -> {
            Booking after = step.after(open, action, one);
            if (open.now().isBefore(one.start().minus(early))) {
                throw BookingRefusals.tooEarly();
            }
            return step.write(open, action, after);
        });
    }

    /**
     * Somebody who stands there: takes a place from now on, if there is one beside those who booked.
     *
     * @param name how they want to be called, up to 20 characters
     * @return the booking's id
     * @throws Refusal 409 {@code slot-taken}; 404 for a bookable that is not theirs
     */
    public Uni<UUID> walkIn(Caller staff, IdempotencyKey key, UUID bookable, String service, String name) {
        Instant now = now();
        String called = called(name);
        return BookingConstraints.spoken(sql.inTx(
                        staff.tenant(),
                        connection -> idempotency.once(
                                connection,
                                staff,
                                key,
                                IdempotencyKey.digest("booking-walk-in", bookable, service, called),
                                () -> walkIn(connection, staff, bookable, service, called, now))))
                .map(outcome -> UUID.fromString(outcome.reference()));
    }

    private static String called(String name) {
        String called = name == null ? "" : name.replace("\0", "").strip();
        if (called.isEmpty() || called.length() > 20) {
            throw Refusal.badInput("name", Messages.get("booking.refusal.name"));
        }
        return called;
    }

    private Uni<String> walkIn(
            SqlConnection connection, Caller staff, UUID bookable, String code, String name, Instant now) {
        return agendas.open(connection, staff, bookable, now)
                .invoke(open -> {
                    if (!BookingStep.provides(staff, open.bookable())) {
                        throw Refusal.notFound();
                    }
                })
                .call(turns::settle)
                .chain(open -> {
                    ServiceOffer service = rules.offered(open, code, rules.service(open, code).modes().get(0));
                    int lane = open.agenda().laneNow(service, now);
                    if (!open.agenda().has(lane)) {
                        throw BookingRefusals.taken();
                    }
                    Booking here = new Booking(
                            UuidCreator.getTimeOrderedEpoch(), bookable, code, service.modes().get(0), lane, now,
                            now.plus(service.length()), now.plus(service.takes()), BookingStatus.CHECKED_IN, null, name, true,
                            null, null, null, now, 0);
                    return open.add(here).call(() -> events.append(connection, staff, "WalkedIn", here, now));
                })
                .map(here -> here.id().toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
