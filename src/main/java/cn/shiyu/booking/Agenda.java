package cn.shiyu.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** One bookable's days as they stand: when it is there and what is taken. Plain Java; the time is passed in. */
final class Agenda {

    private final Bookable bookable;
    private final Rota rota;
    private final List<Taken> taken;

    Agenda(Bookable bookable, Rota rota, List<Taken> taken) {
        this.bookable = bookable;
        this.rota = rota;
        this.taken = new ArrayList<>(taken);
    }

    Bookable bookable() {
        return bookable;
    }

    Rota rota() {
        return rota;
    }

    /** Free times of the service on these days, in order: not in the past, not too late, not beyond its horizon. */
    Stream<Slot> free(ServiceOffer service, LocalDate from, LocalDate to, Instant now) {
        LocalDate today = rota.calendar().date(now);
        LocalDate first = from.isBefore(today) ? today : from;
        LocalDate horizon = today.plusDays(service.horizonDays());
        LocalDate last = to.isAfter(horizon) ? horizon : to;
        if (!bookable.active() || first.isAfter(last)) {
            return Stream.empty();
        }
        Instant earliest = now.plus(service.lead());
        return first.datesUntil(last.plusDays(1))
                .flatMap(day -> starts(service, day))
                .filter(start -> !start.isBefore(earliest))
                .map(start -> slot(service, start))
                .filter(slot -> slot.left() > 0);
    }

    private Stream<Instant> starts(ServiceOffer service, LocalDate day) {
        return rota.on(day).stream().map(hours -> rota.at(day, hours)).flatMap(open -> Stream.iterate(
                open.from(), start -> !start.plus(service.length()).isAfter(open.to()), start -> start.plus(service.takes())));
    }

    private Slot slot(ServiceOffer service, Instant start) {
        int busy = lanesBusy(span(service, start), null).cardinality();
        return new Slot(start, start.plus(service.length()), Math.max(0, bookable.capacity() - busy));
    }

    /** The lowest lane that is free, if this is a time of the service at all. @param moving a booking that would leave its place */
    Optional<Integer> lane(ServiceOffer service, Instant start, Instant now, UUID moving) {
        LocalDate day = rota.calendar().date(start);
        boolean offered = bookable.active()
                && !start.isBefore(now.plus(service.lead()))
                && !day.isAfter(rota.calendar().date(now).plusDays(service.horizonDays()))
                && starts(service, day).anyMatch(start::equals);
        return offered ? Optional.of(lanesBusy(span(service, start), moving).nextClearBit(1)) : Optional.empty();
    }

    /** The lowest lane for somebody who stands at the desk, whatever the plan says; beyond the capacity there is none. */
    int laneNow(ServiceOffer service, Instant start) {
        return lanesBusy(span(service, start), null).nextClearBit(1);
    }

    boolean has(int lane) {
        return lane <= bookable.capacity();
    }

    private BitSet lanesBusy(Span span, UUID except) {
        BitSet busy = new BitSet();
        taken.stream()
                .filter(one -> one.span().meets(span) && !one.booking().equals(except) && one.lane() <= bookable.capacity())
                .forEach(one -> busy.set(one.lane()));
        return busy;
    }

    static Span span(ServiceOffer service, Instant start) {
        return new Span(start, start.plus(service.takes()));
    }

    void take(UUID booking, int lane, Span span) {
        taken.add(new Taken(booking, lane, span));
    }

    void leave(UUID booking) {
        taken.removeIf(one -> one.booking().equals(booking));
    }
}
