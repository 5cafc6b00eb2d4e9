package cn.shiyu.moralbank.volunteering;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code volunteer_activity}. */
final class Activities {

    private static final String FIND = Activity.COLUMNS + " and activity_id = $2";
    private static final String LOCK = FIND + " for no key update";
    private static final String ADD = """
            insert into volunteer_activity (tenant_id, activity_id, unit_code, organiser, organiser_name, kind, title, words, place,
              region_code, regions, starts_at, ends_at, sign_up_until, capacity, budget, status, code_key_sealed, made_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'DRAFT', $17, $18)""";
    private static final String WRITE = """
            update volunteer_activity set kind = $3, title = $4, words = $5, place = $6, region_code = $7, regions = $8, starts_at = $9,
              ends_at = $10, sign_up_until = $11, capacity = $12, budget = $13
            where tenant_id = $1 and activity_id = $2""";
    private static final String MOVE = """
            update volunteer_activity set status = $3, turns_at = $4, cancelled_because = $5 where tenant_id = $1 and activity_id = $2""";

    private Activities() {}

    static Uni<Optional<Activity>> find(Statements sql, TenantId tenant, UUID id) {
        return sql.first(FIND, tenant.value(), id).map(found -> found.map(Activity::of));
    }

    static Uni<Optional<Activity>> lock(Statements sql, TenantId tenant, UUID id) {
        return sql.first(LOCK, tenant.value(), id).map(found -> found.map(Activity::of));
    }

    /** @param regions the region and all above it, root first */
    static Uni<Integer> add(Statements sql, TenantId tenant, Activity it, List<String> regions, Instant at) {
        return sql.update(
                ADD, tenant.value(), it.id(), it.unit(), it.organiser(), it.organiserName(), it.kind(), it.title(), it.words(),
                it.place(), it.region(), regions.toArray(String[]::new), it.starts(), it.ends(), it.signUpUntil(), it.capacity(),
                it.budget(), it.key(), at);
    }

    static Uni<Integer> write(Statements sql, TenantId tenant, UUID id, ActivityDraft.Checked it, List<String> regions) {
        return sql.update(
                WRITE, tenant.value(), id, it.kind(), it.title(), it.words(), it.place(), it.region(), regions.toArray(String[]::new),
                it.starts(), it.ends(), it.signUpUntil(), it.capacity(), it.budget());
    }

    /** @param turns when the clock next moves it, or null @param because why it was cancelled, or null */
    static Uni<Integer> move(Statements sql, TenantId tenant, UUID id, ActivityStatus to, Instant turns, String because) {
        return sql.update(MOVE, tenant.value(), id, to.name(), turns, because);
    }
}
