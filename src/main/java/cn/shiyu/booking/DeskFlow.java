package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
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
import java.time.LocalDate;
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
    Appeals appeals;

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

    /** 撤销未到; an appeal that was open is granted by it. */
    public Uni<Void> forgive(Caller staff, UUID booking) {
        return sql.inTx(staff.tenant(), connection -> step(connection, staff, booking, BookingAction.FORGIVE, Duration.ZERO)
                .chain(() -> appeals.forgiven(Statements.on(connection), staff, booking, now())));
    }

    private Uni<Void> step(Caller caller, UUID booking, BookingAction action, Duration early) {
        return sql.inTx(caller.tenant(), connection -> step(connection, caller, booking, action, early));
    }

    private Uni<Void> step(SqlConnection connection, Caller caller, UUID booking, BookingAction action, Duration early) {
        return step.under(connection, caller, booking, now(), (open, one) -> {
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

    /** Somebody who is there now. @param start of the place they have */
    public record Arrived(UUID booking, Instant start) {}

    /** Holds the bookable until the transaction ends, as every change of its bookings does. @throws Refusal 404 when it is not theirs */
    public Uni<Void> lock(SqlConnection connection, Caller staff, UUID bookable) {
        return Bookables.lock(Statements.on(connection), staff.tenant(), bookable)
                .invoke(found -> found.filter(one -> BookingStep.provides(staff, one)).orElseThrow(Refusal::notFound))
                .replaceWithVoid();
    }

    /**
     * As {@link #checkIn(Caller, UUID)} within another's transaction; who checked in on their phone is simply there.
     *
     * @throws Refusal 404 when the booking is not this bookable's, or not theirs to look after
     */
    public Uni<Arrived> checkIn(SqlConnection connection, Caller staff, UUID bookable, UUID booking) {
        return lock(connection, staff, bookable)
                .chain(() -> Bookings.find(Statements.on(connection), staff.tenant(), booking))
                .map(found -> found.filter(one -> one.bookable().equals(bookable)).orElseThrow(Refusal::notFound))
                .call(one -> one.status() == BookingStatus.CHECKED_IN
                        ? Uni.createFrom().voidItem()
                        : step(connection, staff, booking, BookingAction.CHECK_IN, EARLY))
                .map(one -> new Arrived(one.id(), one.start()));
    }

    /** As {@link #finish(Caller, UUID)} within another's transaction. */
    public Uni<Void> finish(SqlConnection connection, Caller staff, UUID booking) {
        return step(connection, staff, booking, BookingAction.FINISH, EARLY);
    }

    /**
     * As {@link #walkIn} for somebody who can wait: the next place of today that is free.
     *
     * @throws Refusal 409 {@code slot-taken} when today has none left; 404 for a bookable that is not theirs; 422
     */
    public Uni<Arrived> walkInNext(SqlConnection connection, Caller staff, UUID bookable, String code, String name) {
        Instant now = now();
        String called = called(name);
        return BookingConstraints.spoken(agendas.open(connection, staff, bookable, now)
                .invoke(open -> {
                    if (!BookingStep.provides(staff, open.bookable())) {
                        throw Refusal.notFound();
                    }
                })
                .call(turns::settle)
                .chain(open -> next(open, code, called)));
    }

    private Uni<Arrived> next(OpenAgenda open, String code, String name) {
        ServiceOffer service = rules.offered(open, code, rules.service(open, code).modes().get(0)).withoutLead();
        LocalDate today = open.agenda().rota().calendar().date(open.now());
        Instant start = open.agenda()
                .free(service, today, today, open.now())
                .findFirst()
                .map(Slot::start)
                .orElseThrow(BookingRefusals::taken);
        Booking here = new Booking(
                UuidCreator.getTimeOrderedEpoch(), open.bookable().id(), code, service.modes().get(0),
                rules.lane(open, service, start, null), start, start.plus(service.length()), start.plus(service.takes()),
                BookingStatus.CHECKED_IN, null, name, true, null, null, null, open.now(), 0);
        return open.add(here)
                .call(() -> events.append(open.connection(), open.caller(), "WalkedIn", here, open.now()))
                .replaceWith(new Arrived(here.id(), start));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
