package cn.shiyu.counselling;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The table {@code counselling_thread}. */
final class CounsellingThreads {

    private static final String FIND = CounsellingThread.COLUMNS + " and thread_id = $2";
    private static final String LOCK = FIND + " for update";
    private static final String ADD = """
            insert into counselling_thread (tenant_id, thread_id, resident_digest, resident_sealed, alias_sealed, counsellor, provider, field,
              status, urgent, messages, remind_at, due_at, opened_at, moved_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, 'WAITING', $9, 1, $10, $11, $12, $12)""";
    private static final String SET = "update counselling_thread set moved_at = $3, ";
    private static final String WHERE = " where tenant_id = $1 and thread_id = $2";
    private static final String WRITTEN = SET + "status = 'WAITING', urgent = urgent or $4, messages = messages + 1,"
            + " remind_at = coalesce(remind_at, $5), due_at = coalesce(due_at, $6)" + WHERE;
    private static final String QUIET = "remind_at = null, due_at = null, reminded = false, late = false";
    private static final String ANSWERED =
            SET + "status = 'ANSWERED', urgent = false, messages = messages + 1, " + QUIET + WHERE;
    private static final String CLOSED = SET + "status = 'CLOSED', urgent = false, offered_to = null, " + QUIET + WHERE;
    private static final String OFFERED = SET + "offered_to = $4" + WHERE;
    private static final String AGREED = SET + "counsellor = $4, provider = $5, offered_to = null" + WHERE;
    private static final String CHANGED = SET + "counsellor = $4, provider = $5, offered_to = null, reminded = false, late = false,"
            + " remind_at = case when status = 'WAITING' then cast($6 as timestamptz) end,"
            + " due_at = case when status = 'WAITING' then cast($7 as timestamptz) end" + WHERE;
    private static final String REMINDED = "update counselling_thread set reminded = true" + WHERE;
    private static final String LATE = "update counselling_thread set late = true, reminded = true" + WHERE;
    private static final String DELETE = "delete from counselling_thread" + WHERE;

    private CounsellingThreads() {}

    static Uni<Optional<CounsellingThread>> find(Statements sql, TenantId tenant, UUID id) {
        return sql.first(FIND, tenant.value(), id).map(found -> found.map(CounsellingThread::of));
    }

    static Uni<Optional<CounsellingThread>> lock(Statements sql, TenantId tenant, UUID id) {
        return sql.first(LOCK, tenant.value(), id).map(found -> found.map(CounsellingThread::of));
    }

    static Uni<Integer> add(Statements sql, TenantId tenant, CounsellingThread it, Limits limits) {
        return sql.update(
                ADD, tenant.value(), it.id(), it.whose(), it.resident(), it.alias(), it.counsellor(), it.provider(), it.field(),
                it.urgent(), limits.remindAt(), limits.dueAt(), it.openedAt());
    }

    static Uni<Integer> written(Statements sql, TenantId tenant, UUID id, Instant at, boolean urgent, Limits limits) {
        return sql.update(WRITTEN, tenant.value(), id, at, urgent, limits.remindAt(), limits.dueAt());
    }

    static Uni<Integer> answered(Statements sql, TenantId tenant, UUID id, Instant at) {
        return sql.update(ANSWERED, tenant.value(), id, at);
    }

    static Uni<Integer> closed(Statements sql, TenantId tenant, UUID id, Instant at) {
        return sql.update(CLOSED, tenant.value(), id, at);
    }

    /** @param to login, or null to take the offer back */
    static Uni<Integer> offered(Statements sql, TenantId tenant, UUID id, Instant at, String to) {
        return sql.update(OFFERED, tenant.value(), id, at, to);
    }

    static Uni<Integer> agreed(Statements sql, TenantId tenant, UUID id, Instant at, Counsellor to) {
        return sql.update(AGREED, tenant.value(), id, at, to.login(), to.provider());
    }

    static Uni<Integer> changed(Statements sql, TenantId tenant, UUID id, Instant at, Counsellor to, Limits limits) {
        return sql.update(CHANGED, tenant.value(), id, at, to.login(), to.provider(), limits.remindAt(), limits.dueAt());
    }

    static Uni<Integer> reminded(Statements sql, TenantId tenant, UUID id) {
        return sql.update(REMINDED, tenant.value(), id);
    }

    static Uni<Integer> late(Statements sql, TenantId tenant, UUID id) {
        return sql.update(LATE, tenant.value(), id);
    }

    /** With its messages. */
    static Uni<Integer> delete(Statements sql, TenantId tenant, UUID id) {
        return sql.update(DELETE, tenant.value(), id);
    }
}
