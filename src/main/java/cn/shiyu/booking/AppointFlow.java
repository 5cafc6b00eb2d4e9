package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Who is booked calls somebody in: a time of their own rota, for a thing of another capability, in that one's transaction. */
@ApplicationScoped
public class AppointFlow {

    @Inject
    Agendas agendas;

    @Inject
    Turns turns;

    @Inject
    BookingRules rules;

    @Inject
    BookingEvents events;

    @Inject
    BookingWatchers watchers;

    @Inject
    Clock clock;

    /** @param name how what comes then is called in the day's list @param subject what it is about; its capability tells who comes */
    public record Appointment(
            UUID bookable, String service, Mode mode, Instant start, String name, BookingSubject subject) {}

    /** The time that was taken. */
    public record Appointed(UUID booking, Instant start, Instant end) {}

    /** @throws Refusal 404 for a bookable that is not theirs; 422 {@code start} when that is no time of the service; 409 {@code slot-taken} */
    public Uni<Appointed> appoint(SqlConnection connection, Caller staff, Appointment wish) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return BookingConstraints.spoken(agendas.open(connection, staff, wish.bookable(), now)
                .invoke(open -> {
                    if (!BookingStep.provides(staff, open.bookable())) {
                        throw Refusal.notFound();
                    }
                })
                .call(turns::settle)
                .chain(open -> appoint(open, wish)));
    }

    private Uni<Appointed> appoint(OpenAgenda open, Appointment wish) {
        ServiceOffer service = rules.offered(open, wish.service(), wish.mode()).withoutLead();
        Booking booking = new Booking(
                UuidCreator.getTimeOrderedEpoch(), wish.bookable(), service.code(), wish.mode(),
                rules.lane(open, service, wish.start(), null), wish.start(), wish.start().plus(service.length()),
                wish.start().plus(service.takes()), BookingStatus.CONFIRMED, null, wish.name(), false, null, null,
                wish.subject(), open.now(), 0);
        return open.add(booking)
                .call(() -> events.append(open.connection(), open.caller(), "Appointed", booking, open.now()))
                .replaceWith(new Appointed(booking.id(), booking.start(), booking.end()));
    }

    /** Gives the time back, whoever decided so; what is over, or begun, stays as it is. */
    public Uni<Void> giveBack(SqlConnection connection, Caller caller, UUID booking) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Bookings.find(Statements.on(connection), caller.tenant(), booking)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(found -> agendas.open(connection, caller, found.bookable(), now))
                .call(turns::settle)
                .chain(open -> {
                    Booking one = open.standing().get(booking);
                    return one == null || one.status() != BookingStatus.CONFIRMED
                            ? Uni.createFrom().voidItem()
                            : givenBack(open, one);
                });
    }

    private Uni<Void> givenBack(OpenAgenda open, Booking one) {
        Booking off = one.to(BookingTransitions.after(BookingAction.CANCEL, one.status(), BookingStanding.PROVIDER));
        return open.change(off)
                .call(() -> events.append(open.connection(), open.caller(), BookingAction.CANCEL.event(), off, open.now()))
                .call(() -> watchers.tell(open, off))
                .chain(() -> turns.settle(open));
    }
}
