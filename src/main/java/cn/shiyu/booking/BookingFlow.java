package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What a resident does: keep a place while filling in, confirm it, move it, give it up. Each change is made under the
 * bookable's lock, an event, and followed by a look at who waits.
 */
@ApplicationScoped
public class BookingFlow {

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
    BookingContacts contacts;

    @Inject
    Clock clock;

    /** What somebody would like. @param start a free slot's beginning */
    public record Wish(UUID bookable, String service, Mode mode, Instant start) {}

    /**
     * Keeps the place for some minutes.
     *
     * @return the booking's id
     * @throws Refusal 422 {@code start} when that is no time of the service; 409 {@code slot-taken}, {@code
     *     too-many-bookings}, {@code booking-paused}; 404 for what is not in this city
     */
    public Uni<UUID> hold(Caller resident, IdempotencyKey key, Wish wish) {
        Instant now = now();
        byte[] digest = IdempotencyKey.digest("booking-hold", wish);
        return BookingConstraints.spoken(sql.inTx(
                        resident.tenant(),
                        connection -> idempotency.once(
                                connection, resident, key, digest, () -> hold(connection, resident, wish, now))))
                .map(outcome -> UUID.fromString(outcome.reference()));
    }

    private Uni<String> hold(SqlConnection connection, Caller resident, Wish wish, Instant now) {
        return agendas.open(connection, resident, wish.bookable(), now)
                .call(turns::settle)
                .call(open -> rules.mayBook(open, resident))
                .chain(open -> take(open, wish, Guest.of(resident, open.bookable())))
                .map(held -> held.id().toString());
    }

    private Uni<Booking> take(OpenAgenda open, Wish wish, Guest guest) {
        ServiceOffer service = rules.forItself(open, wish.service(), wish.mode());
        int lane = rules.lane(open, service, wish.start(), null);
        Booking held = Booking.held(
                UuidCreator.getTimeOrderedEpoch(), wish.bookable(), service, wish.mode(), lane, wish.start(), guest,
                open.now().plus(open.settings().hold()), open.now());
        return open.add(held)
                .call(() -> events.append(open.connection(), open.caller(), "BookingHeld", held, open.now()));
    }

    /**
     * Makes a hold a booking. Doing it again changes nothing.
     *
     * @param phone where the person is called; needed by telephone, and where the service asks for it
     * @param note what it is about, up to 500 characters; sealed
     * @throws Refusal 410 {@code hold-over} when the hold ran out; 409 {@code own-time-taken} when the person is elsewhere then; 422
     */
    public Uni<Void> confirm(Caller caller, UUID booking, String phone, String note) {
        return BookingConstraints.spoken(step.under(caller, booking, now(), (open, held) -> {
            if (held.status() == BookingStatus.CONFIRMED) {
                return Uni.createFrom().item(held);
            }
            ServiceOffer service = rules.service(open, held.service());
            BookingContacts.Typed typed = BookingContacts.checked(service, held.mode(), phone, note);
            Booking confirmed = step.after(open, BookingAction.CONFIRM, held)
                    .remindedAt(rules.nextReminder(open.settings(), held.start(), open.now()));
            return step.write(open, BookingAction.CONFIRM, confirmed)
                    .call(() -> contacts.keep(open, held.id(), typed))
                    .call(() -> WaitList.settle(open.sql(), open.tenant(), held.id(), "SERVED"));
        }));
    }

    /**
     * To another time, with the same or another bookable of the same kind.
     *
     * @throws Refusal as {@link #hold}; 410 {@code too-late-to-change}
     */
    public Uni<Void> move(Caller caller, UUID booking, Wish wish) {
        return sql.inTx(caller.tenant(), connection -> move(connection, caller, booking, wish));
    }

    Uni<Void> move(SqlConnection connection, Caller caller, UUID booking, Wish wish) {
        Instant now = now();
        return BookingConstraints.spoken(Bookings.find(Statements.on(connection), caller.tenant(), booking)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(found -> found.bookable().equals(wish.bookable())
                        ? step.under(connection, caller, booking, now, (open, one) -> moveWithin(open, one, wish))
                        : moveAcross(connection, caller, found, wish, now)));
    }

    private Uni<Booking> moveWithin(OpenAgenda open, Booking booking, Wish wish) {
        return step.write(open, BookingAction.MOVE, moved(open, open, booking, wish));
    }

    /** Both locks, the smaller id first: two who change places do not wait for each other for ever. */
    private Uni<Void> moveAcross(SqlConnection connection, Caller caller, Booking booking, Wish wish, Instant now) {
        boolean oldFirst = booking.bookable().compareTo(wish.bookable()) < 0;
        UUID first = oldFirst ? booking.bookable() : wish.bookable();
        UUID second = oldFirst ? wish.bookable() : booking.bookable();
        return agendas.open(connection, caller, first, now)
                .call(turns::settle)
                .chain(one -> agendas.open(connection, caller, second, now)
                        .call(turns::settle)
                        .chain(other -> moveAcross(oldFirst ? one : other, oldFirst ? other : one, booking.id(), wish)));
    }

    private Uni<Void> moveAcross(OpenAgenda from, OpenAgenda to, UUID booking, Wish wish) {
        return step.current(from, booking)
                .map(one -> moved(from, to, one, wish))
                .chain(moved -> step.write(from, BookingAction.MOVE, moved)
                        .invoke(() -> to.agenda().take(moved.id(), moved.lane(), moved.span())))
                .chain(() -> turns.settle(from))
                .chain(() -> turns.settle(to));
    }

    private Booking moved(OpenAgenda from, OpenAgenda to, Booking booking, Wish wish) {
        Booking confirmed = step.after(from, BookingAction.MOVE, booking);
        rules.stillChangeable(from, booking);
        ServiceOffer service = rules.offered(to, booking.service(), wish.mode());
        int lane = rules.lane(to, service, wish.start(), booking.id());
        return confirmed.at(wish.bookable(), lane, service, wish.mode(), wish.start())
                .remindedAt(rules.nextReminder(to.settings(), wish.start(), to.now()));
    }

    /** @throws Refusal 410 {@code too-late-to-change} for its owner, when its time is near */
    public Uni<Void> cancel(Caller caller, UUID booking) {
        return step.under(caller, booking, now(), (open, one) -> {
            Booking cancelled = step.after(open, BookingAction.CANCEL, one);
            rules.stillChangeable(open, one);
            return step.write(open, BookingAction.CANCEL, cancelled)
                    .call(() -> WaitList.settle(open.sql(), open.tenant(), one.id(), "LAPSED"));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
