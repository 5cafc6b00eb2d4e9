package cn.shiyu.moralbank.volunteering;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code volunteer_place}. */
final class Places {

    private static final String ONE = " and activity_id = $2 and resident_id = $3";
    private static final String WHERE = " where tenant_id = $1" + ONE;
    private static final String FIND = Place.COLUMNS + ONE;
    private static final String OF_ACTIVITY = Place.COLUMNS + " and activity_id = $2 and state <> 'WITHDRAWN' order by signed_at, resident_id";
    private static final String FIRST_WAITING = Place.COLUMNS
            + " and activity_id = $2 and state = 'WAITING' order by signed_at, resident_id limit 1";
    private static final String SIGN = """
            insert into volunteer_place (tenant_id, activity_id, resident_id, state, called_sealed, signed_at)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (tenant_id, activity_id, resident_id) do update set state = $4, called_sealed = $5, signed_at = $6""";
    private static final String MOVE = "update volunteer_place set state = $4" + WHERE;
    private static final String IN = "update volunteer_place set in_at = $4, in_phone = $5" + WHERE;
    private static final String OUT = "update volunteer_place set out_at = $4, out_phone = $5" + WHERE;
    private static final String BY_HAND =
            "update volunteer_place set in_at = $4, out_at = $5, by_hand = true, because_sealed = $6" + WHERE;
    private static final String DECIDE = """
            update volunteer_place set minutes = $4, because_sealed = coalesce($5, because_sealed), by_hand = by_hand or $6,
              grant_state = $7, grant_after = $8""" + WHERE;
    private static final String GRANTED = """
            update volunteer_place set grant_state = 'DONE', award_id = $4, points = $5, capped = $6, grant_trouble = null""" + WHERE;
    private static final String TROUBLE = "update volunteer_place set grant_trouble = $4, grant_after = $5" + WHERE;
    private static final String DUE = Place.COLUMNS + """
             and grant_state = 'DUE' and grant_after <= $2 order by grant_after limit 1 for no key update skip locked""";
    private static final String DUE_OF = Place.COLUMNS + """
             and activity_id = $2 and grant_state = 'DUE' and grant_trouble is null limit 1 for no key update skip locked""";

    private Places() {}

    static Uni<Optional<Place>> find(Statements sql, TenantId tenant, UUID activity, UUID resident) {
        return sql.first(FIND, tenant.value(), activity, resident).map(found -> found.map(Place::of));
    }

    /** Signed and waiting, in the order in which they came. */
    static Uni<List<Place>> of(Statements sql, TenantId tenant, UUID activity) {
        return sql.select(OF_ACTIVITY, tenant.value(), activity)
                .map(lines -> lines.stream().map(Place::of).toList());
    }

    static Uni<Optional<Place>> firstWaiting(Statements sql, TenantId tenant, UUID activity) {
        return sql.first(FIRST_WAITING, tenant.value(), activity).map(found -> found.map(Place::of));
    }

    static Uni<Integer> sign(
            Statements sql, TenantId tenant, UUID activity, UUID resident, Place.State state, byte[] called, Instant at) {
        return sql.update(SIGN, tenant.value(), activity, resident, state.name(), called, at);
    }

    static Uni<Integer> move(Statements sql, TenantId tenant, UUID activity, UUID resident, Place.State state) {
        return sql.update(MOVE, tenant.value(), activity, resident, state.name());
    }

    /** @param phone digest of the phone that sent the code, or null */
    static Uni<Integer> checked(
            Statements sql, TenantId tenant, UUID activity, UUID resident, Direction direction, Instant at, byte[] phone) {
        return sql.update(direction == Direction.IN ? IN : OUT, tenant.value(), activity, resident, at, phone);
    }

    static Uni<Integer> byHand(
            Statements sql, TenantId tenant, UUID activity, UUID resident, Instant in, Instant out, byte[] because) {
        return sql.update(BY_HAND, tenant.value(), activity, resident, in, out, because);
    }

    /** @param because sealed, where the organiser changed what was computed */
    static Uni<Integer> decide(Statements sql, TenantId tenant, Place it, int minutes, byte[] because, Instant at) {
        return sql.update(
                DECIDE, tenant.value(), it.activity(), it.resident(), minutes, because, because != null, minutes > 0 ? "DUE" : "DONE", at);
    }

    static Uni<Integer> granted(Statements sql, TenantId tenant, Place it, UUID award, long points, String capped) {
        return sql.update(GRANTED, tenant.value(), it.activity(), it.resident(), award, points, capped);
    }

    static Uni<Integer> trouble(Statements sql, TenantId tenant, UUID activity, UUID resident, String code, Instant again) {
        return sql.update(TROUBLE, tenant.value(), activity, resident, code, again);
    }

    /** The next to be granted in the city, locked; those that others are at are passed over. */
    static Uni<Optional<Place>> due(Statements sql, TenantId tenant, Instant now) {
        return sql.first(DUE, tenant.value(), now).map(found -> found.map(Place::of));
    }

    /** The same of one activity, but for those that had trouble. */
    static Uni<Optional<Place>> dueOf(Statements sql, TenantId tenant, UUID activity) {
        return sql.first(DUE_OF, tenant.value(), activity).map(found -> found.map(Place::of));
    }
}
