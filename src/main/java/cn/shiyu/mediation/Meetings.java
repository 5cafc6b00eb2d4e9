package cn.shiyu.mediation;

import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code mediation_session}. */
@ApplicationScoped
class Meetings {

    private static final String ADD = """
            insert into mediation_session (tenant_id, mediation_id, session_id, booking_id, way, place_sealed, starts_at, ends_at,
              status, minutes_sealed, minutes_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""";
    private static final String COLUMNS = """
            select session_id, booking_id, way, place_sealed, starts_at, ends_at, status, applicant_comes, respondent_comes,
              minutes_sealed, minutes_at
            from mediation_session where tenant_id = $1 and mediation_id = $2""";
    private static final String ALL = COLUMNS + " order by starts_at, session_id limit 100";
    private static final String FIND = COLUMNS + " and session_id = $3 for no key update";
    private static final String COMES_A = "update mediation_session set applicant_comes = $3 where tenant_id = $1 and session_id = $2";
    private static final String COMES_R = "update mediation_session set respondent_comes = $3 where tenant_id = $1 and session_id = $2";
    private static final String HELD = """
            update mediation_session set status = 'HELD', minutes_sealed = $3, minutes_at = $4
            where tenant_id = $1 and session_id = $2""";
    private static final String MOVED = """
            update mediation_session set starts_at = $4, ends_at = $5, applicant_comes = null, respondent_comes = null
            where tenant_id = $1 and mediation_id = $2 and booking_id = $3 and status = 'PLANNED'
              and starts_at <> $4""";
    private static final String OFF = """
            update mediation_session set status = 'CANCELLED'
            where tenant_id = $1 and mediation_id = $2 and booking_id = $3 and status = 'PLANNED'""";

    @Inject
    Sealer sealer;

    Uni<Integer> add(Statements sql, TenantId tenant, UUID mediation, Meeting it) {
        return sql.update(
                ADD, tenant.value(), mediation, it.id(), it.booking(), it.way().name(),
                sealer.seal(tenant, Purpose.CONFIDENCE, label(it.id(), "place"), it.place()), it.start(), it.end(),
                it.state().name(), minutes(tenant, it.id(), it.minutes()), it.minutesAt());
    }

    Uni<List<Meeting>> of(Statements sql, TenantId tenant, UUID mediation) {
        return sql.select(ALL, tenant.value(), mediation)
                .map(lines -> lines.stream().map(line -> opened(tenant, line)).toList());
    }

    Uni<Optional<Meeting>> lock(Statements sql, TenantId tenant, UUID mediation, UUID id) {
        return sql.first(FIND, tenant.value(), mediation, id).map(found -> found.map(line -> opened(tenant, line)));
    }

    Uni<Integer> comes(Statements sql, TenantId tenant, UUID id, Side side, boolean comes) {
        return sql.update(side == Side.APPLICANT ? COMES_A : COMES_R, tenant.value(), id, comes);
    }

    Uni<Integer> held(Statements sql, TenantId tenant, UUID id, String minutes, Instant at) {
        return sql.update(HELD, tenant.value(), id, minutes(tenant, id, minutes), at);
    }

    /** @return 0 when it was there already */
    Uni<Integer> moved(Statements sql, TenantId tenant, UUID mediation, UUID booking, Instant start, Instant end) {
        return sql.update(MOVED, tenant.value(), mediation, booking, start, end);
    }

    Uni<Integer> off(Statements sql, TenantId tenant, UUID mediation, UUID booking) {
        return sql.update(OFF, tenant.value(), mediation, booking);
    }

    private byte[] minutes(TenantId tenant, UUID id, String minutes) {
        return sealer.seal(tenant, Purpose.CONFIDENCE, label(id, "minutes"), minutes);
    }

    private Meeting opened(TenantId tenant, Line line) {
        UUID id = line.uuid(0);
        return new Meeting(
                id, line.uuid(1), Meeting.Way.valueOf(line.text(2)),
                sealer.openText(tenant, Purpose.CONFIDENCE, label(id, "place"), line.bytes(3)), line.instant(4), line.instant(5),
                Meeting.State.valueOf(line.text(6)), line.missing(7) ? null : line.truth(7),
                line.missing(8) ? null : line.truth(8),
                line.missing(9) ? null : sealer.openText(tenant, Purpose.CONFIDENCE, label(id, "minutes"), line.bytes(9)),
                line.missing(10) ? null : line.instant(10));
    }

    private static String label(UUID id, String column) {
        return "mediation-session:" + id + ":" + column;
    }
}
