package cn.shiyu.moralbank.volunteering;

import cn.shiyu.platform.sql.Line;
import java.time.Instant;
import java.util.UUID;

/** One person's part in an activity. @param called sealed @param because sealed, why a time was set by hand */
record Place(
        UUID activity, UUID resident, State state, byte[] called, Instant signedAt, Instant in, Instant out, boolean byHand,
        byte[] because, Integer minutes, boolean due, UUID award, Long points, String capped, String trouble) {

    enum State {
        SIGNED,
        WAITING,
        WITHDRAWN
    }

    static final String COLUMNS = """
            select activity_id, resident_id, state, called_sealed, signed_at, in_at, out_at, by_hand, because_sealed, minutes,
              coalesce(grant_state = 'DUE', false), award_id, points, capped, grant_trouble
            from volunteer_place where tenant_id = $1\s""";

    static Place of(Line line) {
        return new Place(
                line.uuid(0), line.uuid(1), State.valueOf(line.text(2)), line.bytes(3), line.instant(4), instant(line, 5),
                instant(line, 6), line.truth(7), line.missing(8) ? null : line.bytes(8), line.missing(9) ? null : line.number(9),
                line.truth(10), line.uuid(11), line.missing(12) ? null : line.bigNumber(12), line.text(13), line.text(14));
    }

    boolean isSigned() {
        return state == State.SIGNED;
    }

    private static Instant instant(Line line, int column) {
        return line.missing(column) ? null : line.instant(column);
    }
}
