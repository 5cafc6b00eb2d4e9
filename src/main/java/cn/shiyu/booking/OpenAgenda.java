package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An agenda under its bookable's lock, within one transaction: nobody else changes these days meanwhile.
 *
 * @param standing bookings that take time, by id; kept up to date
 * @param waiting who waits, in the order of the line; who is offered a place leaves it
 */
record OpenAgenda(
        SqlConnection connection,
        Caller caller,
        BookingSettings settings,
        Agenda agenda,
        Map<UUID, Booking> standing,
        List<WaitEntry> waiting,
        Instant now) {

    OpenAgenda {
        waiting = new ArrayList<>(waiting);
    }

    OpenAgenda(
            SqlConnection connection,
            Caller caller,
            BookingSettings settings,
            Agenda agenda,
            List<Booking> standing,
            List<WaitEntry> waiting,
            Instant now) {
        this(connection, caller, settings, agenda, new LinkedHashMap<>(), waiting, now);
        standing.forEach(booking -> this.standing.put(booking.id(), booking));
    }

    TenantId tenant() {
        return caller.tenant();
    }

    Statements sql() {
        return Statements.on(connection);
    }

    Bookable bookable() {
        return agenda.bookable();
    }

    Uni<Booking> add(Booking booking) {
        agenda.take(booking.id(), booking.lane(), booking.span());
        standing.put(booking.id(), booking);
        return Bookings.add(sql(), tenant(), booking).replaceWith(booking);
    }

    /** The same with this one alone at the end of the line: those before have been looked at. */
    OpenAgenda waitingFor(WaitEntry entry) {
        return new OpenAgenda(connection, caller, settings, agenda, standing, List.of(entry), now);
    }

    /** Writes what became of the booking; its time is given back or moved as its status and place say. */
    Uni<Booking> change(Booking booking) {
        agenda.leave(booking.id());
        standing.remove(booking.id());
        if (booking.status().takesTime() && booking.bookable().equals(bookable().id())) {
            agenda.take(booking.id(), booking.lane(), booking.span());
            standing.put(booking.id(), booking);
        }
        return Bookings.change(sql(), tenant(), booking)
                .invoke(rows -> {
                    if (rows != 1) {
                        throw Refusal.staleVersion();
                    }
                })
                .replaceWith(booking);
    }
}
