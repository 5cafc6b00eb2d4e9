package cn.shiyu.booking;

import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code booking}. */
final class Bookings {

    static final String COLUMNS = """
            select booking_id, bookable_id, service, mode, lane, starts_at, ends_at, upper(taken), status, resident_id,
              shown_name, walk_in, held_until, remind_at, subject_type, subject_id, created_at, version
            from booking where tenant_id = $1""";
    private static final String FIND = COLUMNS + " and booking_id = $2";
    /** Those that take time that is not over yet, and those that the rota left without a place. */
    private static final String STANDING = COLUMNS + """
             and bookable_id = $2 and starts_at > $3
            and status in ('HELD', 'CONFIRMED', 'CHECKED_IN', 'SERVING') order by starts_at, booking_id""";
    private static final String TAKEN = """
            select bookable_id, booking_id, lane, starts_at, upper(taken) from booking
            where tenant_id = $1 and bookable_id = any($2) and starts_at > $3 and starts_at < $4
              and status in ('HELD', 'CONFIRMED', 'CHECKED_IN', 'SERVING') and (held_until is null or held_until > $5)""";
    private static final String ADD = """
            insert into booking (tenant_id, booking_id, bookable_id, service, mode, lane, taken, starts_at, ends_at, status,
              resident_id, shown_name, walk_in, held_until, remind_at, subject_type, subject_id, created_at)
            values ($1, $2, $3, $4, $5, $6, tstzrange($7, $8), $7, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)""";
    private static final String CHANGE = """
            update booking set bookable_id = $3, mode = $4, lane = $5, taken = tstzrange($6, $7), starts_at = $6, ends_at = $8,
              status = $9, held_until = $10, remind_at = $11, subject_type = $12, subject_id = $13, version = version + 1
            where tenant_id = $1 and booking_id = $2 and version = $14""";
    private static final String TELL = """
            update booking set phone_sealed = $3, note_sealed = $4 where tenant_id = $1 and booking_id = $2""";
    private static final String OPEN_OF = """
            select count(*) from booking where tenant_id = $1 and resident_id = $2
              and status in ('HELD', 'CONFIRMED', 'CHECKED_IN', 'DISPLACED') and ends_at > $3""";
    private static final String MISSED_BY = """
            select starts_at from booking b where tenant_id = $1 and resident_id = $2 and status = 'NO_SHOW' and starts_at > $3
              and not exists (select 1 from no_show_appeal a
                where a.tenant_id = b.tenant_id and a.booking_id = b.booking_id and a.status = 'OPEN')
            order by starts_at desc limit $4""";

    // Two bookings of one person at the same moment would wait for each other at the constraint, and one would die of it.
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('booking:' || $1 || ':' || $2, 0))";

    private Bookings() {}

    static Uni<Optional<Booking>> find(Statements sql, TenantId tenant, UUID id) {
        return sql.first(FIND, tenant.value(), id).map(found -> found.map(Bookings::booking));
    }

    static Uni<List<Booking>> standing(Statements sql, TenantId tenant, UUID bookable, Instant since) {
        return sql.select(STANDING, tenant.value(), bookable, since).map(Bookings::all);
    }

    /** One line a booking: bookable, booking, lane, start, free again. Holds that ran out do not count. */
    static Uni<List<Line>> taken(Statements sql, TenantId tenant, UUID[] bookables, Instant from, Instant to, Instant now) {
        return sql.select(TAKEN, tenant.value(), bookables, from, to, now);
    }

    static Uni<Integer> add(Statements sql, TenantId tenant, Booking it) {
        return sql.update(
                ADD, tenant.value(), it.id(), it.bookable(), it.service(), it.mode().name(), it.lane(), it.start(),
                it.freeAgain(), it.end(), it.status().name(), it.resident(), it.shownName(), it.walkIn(), it.heldUntil(),
                it.remindAt(), it.subject() == null ? null : it.subject().type(),
                it.subject() == null ? null : it.subject().id(), it.createdAt());
    }

    /** @return how many rows: 0 when somebody else changed it meanwhile */
    static Uni<Integer> change(Statements sql, TenantId tenant, Booking it) {
        return sql.update(
                CHANGE, tenant.value(), it.id(), it.bookable(), it.mode().name(), it.lane(), it.start(), it.freeAgain(),
                it.end(), it.status().name(), it.heldUntil(), it.remindAt(), it.subject() == null ? null : it.subject().type(),
                it.subject() == null ? null : it.subject().id(), it.version());
    }

    /** From here on this person's bookings follow each other. After the bookable's lock, never before. */
    static Uni<Void> alone(Statements sql, TenantId tenant, UUID resident) {
        return resident == null
                ? Uni.createFrom().voidItem()
                : sql.select(ALONE, tenant.value(), resident.toString()).replaceWithVoid();
    }

    static Uni<Integer> tell(Statements sql, TenantId tenant, UUID id, byte[] phone, byte[] note) {
        return sql.update(TELL, tenant.value(), id, phone, note);
    }

    static Uni<Integer> openOf(Statements sql, TenantId tenant, UUID resident, Instant now) {
        return sql.first(OPEN_OF, tenant.value(), resident, now).map(found -> found.orElseThrow().number(0));
    }

    /** When they did not come, newest first; what is under appeal does not count. */
    static Uni<List<Instant>> missedBy(Statements sql, TenantId tenant, UUID resident, Instant since, int most) {
        return sql.select(MISSED_BY, tenant.value(), resident, since, most)
                .map(lines -> lines.stream().map(line -> line.instant(0)).toList());
    }

    static List<Booking> all(List<Line> lines) {
        return lines.stream().map(Bookings::booking).toList();
    }

    static Booking booking(Line line) {
        return new Booking(
                line.uuid(0), line.uuid(1), line.text(2), Mode.valueOf(line.text(3)), line.number(4), line.instant(5),
                line.instant(6), line.instant(7), BookingStatus.valueOf(line.text(8)), line.uuid(9), line.text(10),
                line.truth(11), line.missing(12) ? null : line.instant(12), line.missing(13) ? null : line.instant(13),
                line.missing(14) ? null : new BookingSubject(line.text(14), line.uuid(15)), line.instant(16), line.number(17));
    }
}
