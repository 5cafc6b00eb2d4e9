package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;

/** One step of a booking: its bookable's lock, whose turn it is, the table, the row, the event, whose turn it is then. */
@ApplicationScoped
class BookingStep {

    @Inject
    TenantSql sql;

    @Inject
    Agendas agendas;

    @Inject
    Turns turns;

    @Inject
    BookingEvents events;

    @Inject
    BookingWatchers watchers;

    /** @throws Refusal 404 when the booking is not there, or not for this caller */
    Uni<Void> under(Caller caller, UUID booking, Instant now, BiFunction<OpenAgenda, Booking, Uni<Booking>> work) {
        return sql.inTx(caller.tenant(), connection -> under(connection, caller, booking, now, work));
    }

    Uni<Void> under(
            SqlConnection connection,
            Caller caller,
            UUID booking,
            Instant now,
            BiFunction<OpenAgenda, Booking, Uni<Booking>> work) {
        return Bookings.find(Statements.on(connection), caller.tenant(), booking)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(found -> agendas.open(connection, caller, found.bookable(), now))
                .call(turns::settle)
                .chain(open -> current(open, booking)
                        .chain(one -> work.apply(open, one))
                        .chain(() -> turns.settle(open)));
    }

    /** As it is now, under the lock. */
    Uni<Booking> current(OpenAgenda open, UUID booking) {
        Booking standing = open.standing().get(booking);
        Uni<Booking> one = standing != null
                ? Uni.createFrom().item(standing)
                : Bookings.find(open.sql(), open.tenant(), booking).map(found -> found.orElseThrow(Refusal::notFound));
        return one.invoke(it -> refuseUnlessTheirs(open, it));
    }

    private static void refuseUnlessTheirs(OpenAgenda open, Booking booking) {
        if (!booking.bookable().equals(open.bookable().id())) {
            throw Refusal.staleVersion();
        }
        standing(open.caller(), open.bookable(), booking);
    }

    /** @throws Refusal 404 when the caller has nothing to do with it */
    static BookingStanding standing(Caller caller, Bookable bookable, Booking booking) {
        if (caller.isResident() && UUID.fromString(caller.id()).equals(booking.resident())) {
            return BookingStanding.OWNER;
        }
        if (provides(caller, bookable)) {
            return BookingStanding.PROVIDER;
        }
        throw Refusal.notFound();
    }

    /**
     * Whether the caller is who is booked, or receives people at its unit. Handling cases there is no reason to read who comes to a
     * lawyer, and why. Who comes to a counsellor is the counsellor's to know alone.
     */
    static boolean provides(Caller caller, Bookable bookable) {
        return caller.isStaff()
                && (caller.id().equals(bookable.login())
                        || (bookable.unit() != null && !bookable.confidential() && caller.holds(Role.WINDOW_CLERK, bookable.unit())));
    }

    /** The booking in the state after the action, by the table. */
    Booking after(OpenAgenda open, BookingAction action, Booking booking) {
        if (action == BookingAction.CONFIRM && booking.status() == BookingStatus.LAPSED) {
            throw BookingRefusals.holdOver();
        }
        return booking.to(BookingTransitions.after(
                action, booking.status(), standing(open.caller(), open.bookable(), booking)));
    }

    Uni<Booking> write(OpenAgenda open, BookingAction action, Booking after) {
        boolean comes = action == BookingAction.CONFIRM || action == BookingAction.MOVE;
        return (comes ? Bookings.alone(open.sql(), open.tenant(), after.resident()) : Uni.createFrom().voidItem())
                .chain(() -> open.change(after))
                .call(() -> events.append(open.connection(), open.caller(), action.event(), after, open.now()))
                .call(() -> watchers.tell(open, after));
    }
}
