package cn.shiyu.booking;

import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The table {@code wait_entry}. Written under the bookable's lock only. */
final class WaitList {

    private static final String WAITING = """
            select entry_id, bookable_id, place_in_line, service, mode, to_char(from_day, 'YYYY-MM-DD'),
              to_char(to_day, 'YYYY-MM-DD'), resident_id, shown_name
            from wait_entry where tenant_id = $1 and bookable_id = $2 and status = 'WAITING' order by place_in_line""";
    private static final String JOIN = """
            insert into wait_entry (tenant_id, entry_id, bookable_id, place_in_line, service, mode, from_day, to_day, status,
              resident_id, shown_name, created_at)
            select $1, $2, $3, coalesce(max(place_in_line), 0) + 1, $4, $5, $6, $7, 'WAITING', $8, $9, $10
            from wait_entry where tenant_id = $1 and bookable_id = $3""";
    private static final String OFFER = """
            update wait_entry set status = 'OFFERED', booking_id = $3, offered_at = clock_timestamp()
            where tenant_id = $1 and entry_id = $2 and status = 'WAITING'""";
    private static final String SETTLE =
            "update wait_entry set status = $3 where tenant_id = $1 and booking_id = $2 and status = 'OFFERED'";
    private static final String LEAVE = """
            update wait_entry set status = 'LEFT'
            where tenant_id = $1 and entry_id = $2 and resident_id = $3 and status = 'WAITING'""";
    private static final String OVER = """
            update wait_entry set status = 'LAPSED'
            where tenant_id = $1 and bookable_id = $2 and status = 'WAITING' and to_day < $3""";
    private static final String WAITS = """
            select 1 from wait_entry where tenant_id = $1 and bookable_id = $2 and resident_id = $3 and status = 'WAITING'""";

    private WaitList() {}

    static Uni<List<WaitEntry>> waiting(Statements sql, TenantId tenant, UUID bookable) {
        return sql.select(WAITING, tenant.value(), bookable)
                .map(lines -> lines.stream().map(WaitList::entry).toList());
    }

    static Uni<Boolean> waits(Statements sql, TenantId tenant, UUID bookable, UUID resident) {
        return sql.first(WAITS, tenant.value(), bookable, resident).map(found -> found.isPresent());
    }

    static Uni<Integer> join(Statements sql, TenantId tenant, WaitEntry it, Instant at) {
        return sql.update(
                JOIN, tenant.value(), it.id(), it.bookable(), it.service(), it.mode().name(), it.from(), it.to(),
                it.guest().resident(), it.guest().shownName(), at);
    }

    static Uni<Integer> offer(Statements sql, TenantId tenant, UUID entry, UUID booking) {
        return sql.update(OFFER, tenant.value(), entry, booking);
    }

    /** What came of the offer that was this booking, if it was one. @param status SERVED or LAPSED */
    static Uni<Integer> settle(Statements sql, TenantId tenant, UUID booking, String status) {
        return sql.update(SETTLE, tenant.value(), booking, status);
    }

    static Uni<Integer> leave(Statements sql, TenantId tenant, UUID entry, UUID resident) {
        return sql.update(LEAVE, tenant.value(), entry, resident);
    }

    /** Whose days have passed. */
    static Uni<Integer> lapse(Statements sql, TenantId tenant, UUID bookable, LocalDate today) {
        return sql.update(OVER, tenant.value(), bookable, today);
    }

    private static WaitEntry entry(Line line) {
        return new WaitEntry(
                line.uuid(0), line.uuid(1), line.bigNumber(2), line.text(3), Mode.valueOf(line.text(4)),
                LocalDate.parse(line.text(5)), LocalDate.parse(line.text(6)), new Guest(line.uuid(7), line.text(8)));
    }
}
