package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.time.TestTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

/** The day as a hall's tests need it. */
@ApplicationScoped
class HallClock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    Clock clock;

    @Inject
    BookingFlow flow;

    /** A hall gives out today's places: around midnight there would be none to give. */
    void standsInWorkingHours() {
        TestTime.is(LocalTime.of(10, 0), ZONE);
    }

    void goesOn() {
        TestTime.isReal();
    }

    Instant now() {
        return clock.instant();
    }

    /** Somebody's booking of the first place after that. */
    Uni<UUID> book(UUID hall, Instant after) {
        Caller resident = BookingCity.resident(BookingCity.JIESHOU);
        long quarter = 15 * 60;
        Instant start = Instant.ofEpochSecond((after.getEpochSecond() / quarter + 1) * quarter);
        return flow.hold(
                        resident,
                        IdempotencyKey.fresh(),
                        new BookingFlow.Wish(hall, "hall-matter", Mode.CENTRE_DESK, start))
                .call(id -> flow.confirm(resident, id, null, null));
    }
}
