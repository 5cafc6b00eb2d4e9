package cn.shiyu.moralbank.volunteering;

import cn.shiyu.platform.sql.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** An activity as it stands. @param budget account that pays, null for the nearest that can @param key sealed */
record Activity(
        UUID id, String unit, String organiser, String organiserName, String kind, String title, String words, String place,
        String region, Instant starts, Instant ends, Instant signUpUntil, int capacity, int taken, UUID budget,
        ActivityStatus status, byte[] key, String cancelledBecause) {

    static final String COLUMNS = """
            select activity_id, unit_code, organiser, organiser_name, kind, title, words, place, region_code, starts_at, ends_at,
              sign_up_until, capacity, taken, budget, status, code_key_sealed, cancelled_because
            from volunteer_activity where tenant_id = $1\s""";

    static Activity of(Line line) {
        return new Activity(
                line.uuid(0), line.text(1), line.text(2), line.text(3), line.text(4), line.text(5), line.text(6), line.text(7),
                line.text(8), line.instant(9), line.instant(10), line.instant(11), line.number(12), line.number(13), line.uuid(14),
                ActivityStatus.valueOf(line.text(15)), line.bytes(16), line.text(17));
    }

    boolean isFull() {
        return taken >= capacity;
    }

    Instant opens(VolunteeringSettings settings) {
        return starts.minus(Duration.ofMinutes(settings.checkInEarly()));
    }

    Instant closes(VolunteeringSettings settings) {
        return ends.plus(Duration.ofMinutes(settings.checkOutLate()));
    }

    int minutes() {
        return (int) Duration.between(starts, ends).toMinutes();
    }
}
