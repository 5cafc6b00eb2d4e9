package cn.shiyu.booking;

import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What happened to bookings and rotas, appended to the event log. */
@ApplicationScoped
class BookingEvents {

    static final String BOOKING = "booking";
    static final String ROTA = "rota";

    @Inject
    EventLog log;

    Uni<Void> append(SqlConnection connection, Caller caller, String type, Booking booking, Instant at) {
        return append(connection, caller, new StreamId(BOOKING, booking.id()), NewEvent.of(type, facts(booking)), at);
    }

    Uni<Void> rotaChanged(
            SqlConnection connection, Caller caller, UUID bookable, String type, Map<String, Object> facts, Instant at) {
        return append(connection, caller, new StreamId(ROTA, bookable), NewEvent.of(type, facts), at);
    }

    private Uni<Void> append(SqlConnection connection, Caller caller, StreamId stream, NewEvent fact, Instant at) {
        String unit = caller.posts().stream().map(Post::unit).sorted().findFirst().orElse(null);
        return log.append(connection, caller, unit, stream, List.of(fact), at).replaceWithVoid();
    }

    private static Map<String, Object> facts(Booking booking) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("bookable", booking.bookable().toString());
        facts.put("service", booking.service());
        facts.put("mode", booking.mode().name());
        facts.put("start", booking.start().toString());
        facts.put("end", booking.end().toString());
        facts.put("lane", booking.lane());
        facts.put("status", booking.status().name());
        return facts;
    }
}
