package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * A resident's booking for a thing of another capability, in that one's transaction: at most one open at a time. That capability locks
 * its own row first, always; here the bookable's lock follows.
 */
@ApplicationScoped
public class SubjectFlow {

    @Inject
    Agendas agendas;

    @Inject
    Turns turns;

    @Inject
    BookingRules rules;

    @Inject
    BookingEvents events;

    @Inject
    BookingFlow flow;

    @Inject
    SubjectQueries subjects;

    @Inject
    Clock clock;

    /** What becomes of an open booking, or nothing. */
    @FunctionalInterface
    private interface Turn {
        Optional<Step> of(OpenAgenda open, Booking booking);
    }

    private record Step(BookingAction action, Booking after) {}

    /**
     * Takes a time at once, or moves the booking there is; the same time again changes nothing.
     *
     * @throws Refusal 422 {@code start}, {@code service}; 409 {@code slot-taken}, {@code own-time-taken}, {@code too-many-bookings},
     *     {@code booking-paused}; 410 {@code too-late-to-change}; 404
     */
    public Uni<SubjectBooking> book(SqlConnection connection, Caller resident, BookingFlow.Wish wish, BookingSubject subject) {
        return subjects.of(connection, resident.tenant(), subject)
                .chain(found -> found.isEmpty()
                        ? take(connection, resident, wish, subject)
                        : move(connection, resident, wish, found.get()))
                .chain(() -> subjects.of(connection, resident.tenant(), subject))
                .map(Optional::orElseThrow);
    }

    private Uni<Void> move(SqlConnection connection, Caller resident, BookingFlow.Wish wish, SubjectBooking standing) {
        return standing.isAt(wish.bookable(), wish.start())
                ? Uni.createFrom().voidItem()
                : flow.move(connection, resident, standing.booking(), wish);
    }

    private Uni<Void> take(SqlConnection connection, Caller resident, BookingFlow.Wish wish, BookingSubject subject) {
        return BookingConstraints.spoken(agendas.open(connection, resident, wish.bookable(), now())
                .call(turns::settle)
                .call(open -> rules.mayBook(open, resident))
                .call(open -> Bookings.alone(open.sql(), open.tenant(), UUID.fromString(resident.id())))
                .chain(open -> take(open, wish, subject)));
    }

    private Uni<Void> take(OpenAgenda open, BookingFlow.Wish wish, BookingSubject subject) {
        ServiceOffer service = rules.through(open, wish.service(), wish.mode(), subject);
        int lane = rules.lane(open, service, wish.start(), null);
        Guest guest = Guest.of(open.caller(), open.bookable());
        Booking booking = Booking.held(
                        UuidCreator.getTimeOrderedEpoch(), wish.bookable(), service, wish.mode(), lane, wish.start(), guest, null, open.now())
                .to(BookingStatus.CONFIRMED)
                .about(subject)
                .remindedAt(rules.nextReminder(open.settings(), wish.start(), open.now()));
        return open.add(booking)
                .chain(() -> events.append(open.connection(), open.caller(), BookingAction.CONFIRM.event(), booking, open.now()));
    }

    /** The subject needs no time any more: what has not begun is given back. */
    public Uni<Void> giveBack(SqlConnection connection, Caller caller, BookingSubject subject) {
        return turn(connection, caller, subject, (open, one) -> one.start().isAfter(open.now()) || one.status() == BookingStatus.DISPLACED
                ? step(BookingAction.CANCEL, one)
                : Optional.empty());
    }

    /** The subject was served, perhaps on another day: what is far off is given back. */
    public Uni<Void> served(SqlConnection connection, Caller caller, BookingSubject subject) {
        return turn(connection, caller, subject, (open, one) -> one.start().minus(DeskFlow.EARLY).isAfter(open.now())
                ? step(BookingAction.CANCEL, one)
                : done(one));
    }

    private static Optional<Step> done(Booking one) {
        Booking begun = step(BookingAction.START, one).map(Step::after).orElse(one);
        return step(BookingAction.FINISH, begun).or(() -> step(BookingAction.CANCEL, one));
    }

    /** Nobody came; counts as everywhere. @throws Refusal 409 {@code too-early} before its time; 404 when there is no such booking */
    public Uni<Void> missed(SqlConnection connection, Caller caller, BookingSubject subject) {
        return subjects.of(connection, caller.tenant(), subject)
                .invoke(found -> found.orElseThrow(Refusal::notFound))
                .chain(() -> turn(connection, caller, subject, SubjectFlow::miss));
    }

    private static Optional<Step> miss(OpenAgenda open, Booking one) {
        if (open.now().isBefore(one.start())) {
            throw BookingRefusals.tooEarly();
        }
        return Optional.of(step(BookingAction.MISS, one).orElseThrow(() -> BookingRefusals.notNow(one.status())));
    }

    private Uni<Void> turn(SqlConnection connection, Caller caller, BookingSubject subject, Turn turn) {
        return subjects.of(connection, caller.tenant(), subject).chain(found -> found.isEmpty()
                ? Uni.createFrom().voidItem()
                : agendas.open(connection, caller, found.get().bookable(), now())
                        .call(turns::settle)
                        .chain(open -> turn(open, found.get().booking(), turn)));
    }

    /** As it is under the lock; who holds the subject decides, whoever that is. */
    private Uni<Void> turn(OpenAgenda open, UUID booking, Turn turn) {
        return Bookings.find(open.sql(), open.tenant(), booking)
                .map(Optional::orElseThrow)
                .map(one -> turn.of(open, one))
                .chain(step -> step.isEmpty() ? Uni.createFrom().voidItem() : write(open, step.get()))
                .chain(() -> turns.settle(open));
    }

    private Uni<Void> write(OpenAgenda open, Step step) {
        return open.change(step.after())
                .chain(() -> events.append(open.connection(), open.caller(), step.action().event(), step.after(), open.now()));
    }

    private static Optional<Step> step(BookingAction action, Booking one) {
        return BookingTransitions.of(action, one.status()).map(row -> new Step(action, one.to(row.to())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
