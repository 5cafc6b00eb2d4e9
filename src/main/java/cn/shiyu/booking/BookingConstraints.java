package cn.shiyu.booking;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;

/** The database's last word, in words people understand. */
final class BookingConstraints {

    private BookingConstraints() {}

    static <T> Uni<T> spoken(Uni<T> work) {
        return work.onFailure(PgException.class).transform(failure -> {
            String constraint = String.valueOf(((PgException) failure).getConstraint());
            return switch (constraint) {
                case "booking_never_twice" -> BookingRefusals.taken();
                case "booking_one_place_at_a_time" -> BookingRefusals.another();
                default -> failure;
            };
        });
    }
}
