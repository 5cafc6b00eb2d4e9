package cn.shiyu.booking;

import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.UUID;

/** Hears of bookings about its own things; a CDI bean of the capability that attached them. */
public interface BookingWatcher {

    /** As in {@link BookingSubject#type}; one bean a type. */
    String type();

    /** What became of the booking. @param off whether its time is given back or no longer there */
    record Change(UUID booking, UUID bookable, Instant start, Instant end, BookingStatus status, boolean off) {}

    /** The subject's page for whoever booked, where they also choose another time; null where the booking's own page does. */
    default String address(UUID subject) {
        return null;
    }

    /** In the booking's own transaction: a failure undoes both. */
    Uni<Void> changed(SqlConnection connection, TenantId tenant, UUID subject, Change change);
}
