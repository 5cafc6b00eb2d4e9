package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import cn.shiyu.notify.Notices;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.Times;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whose turn it is: holds that ran out are given back, and what is free goes to who has waited longest. It comes before and
 * after every change of an agenda, under its lock, so that outside a transaction nobody waits for what is free.
 */
@ApplicationScoped
class Turns {

    private static final String JOB = "booking";

    @Inject
    BookingEvents events;

    @Inject
    Notices notices;

    @Inject
    BookingWatchers watchers;

    Uni<Void> settle(OpenAgenda open) {
        return each(open.standing().values().stream().filter(one -> one.ranOut(open.now())).toList(), one -> lapse(open, one))
                .chain(() -> each(List.copyOf(open.waiting()), entry -> offer(open, entry)));
    }

    /** Gives a hold back. */
    Uni<Void> lapse(OpenAgenda open, Booking held) {
        return system(open, BookingAction.LAPSE, held)
                .chain(() -> WaitList.settle(open.sql(), open.tenant(), held.id(), "LAPSED"))
                .chain(rows -> rows > 0 ? tell(open, held, "booking.notice.lapsed") : Uni.createFrom().voidItem());
    }

    /** The rota no longer has this booking's time: the person is told and chooses again. */
    Uni<Void> displace(OpenAgenda open, Booking booking) {
        return booking.status() == BookingStatus.HELD
                ? lapse(open, booking)
                : system(open, BookingAction.DISPLACE, booking)
                        .chain(() -> tell(open, booking, "booking.notice.displaced"));
    }

    private Uni<Void> system(OpenAgenda open, BookingAction action, Booking booking) {
        Booking after = booking.to(BookingTransitions.after(action, booking.status(), BookingStanding.SYSTEM));
        return open.change(after)
                .chain(() -> events.append(open.connection(), job(open), action.event(), after, open.now()))
                .chain(() -> watchers.tell(open, after));
    }

    // In the order of the line: the first one whose wish a free place meets has it.
    private Uni<Void> offer(OpenAgenda open, WaitEntry entry) {
        Optional<ServiceOffer> service = open.settings().service(entry.service());
        Optional<Slot> free = service.flatMap(
                offer -> open.agenda().free(offer, entry.from(), entry.to(), open.now()).findFirst());
        return free.isEmpty()
                ? Uni.createFrom().voidItem()
                : hold(open, entry, service.get(), free.get().start());
    }

    private Uni<Void> hold(OpenAgenda open, WaitEntry entry, ServiceOffer service, Instant start) {
        int lane = open.agenda().lane(service, start, open.now(), null).orElseThrow();
        Booking held = Booking.held(
                UuidCreator.getTimeOrderedEpoch(), entry.bookable(), service, entry.mode(), lane, start, entry.guest(),
                open.now().plus(open.settings().offer()), open.now());
        open.waiting().remove(entry);
        return open.add(held)
                .chain(() -> WaitList.offer(open.sql(), open.tenant(), entry.id(), held.id()))
                .chain(() -> events.append(open.connection(), job(open), "BookingOffered", held, open.now()))
                .chain(() -> tell(open, held, "booking.notice.offered"));
    }

    /** Says when, not what: what somebody goes to is nobody's business but theirs. */
    Uni<Void> tell(OpenAgenda open, Booking booking, String message) {
        return booking.resident() == null
                ? Uni.createFrom().voidItem()
                : notices.tell(
                        open.sql(),
                        open.tenant(),
                        booking.resident(),
                        Messages.get(message, Times.brief(booking.start(), open.now())),
                        "/bookings/" + booking.id(),
                        open.now());
    }

    private static Caller job(OpenAgenda open) {
        return Caller.system(open.tenant(), JOB);
    }

    private static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
