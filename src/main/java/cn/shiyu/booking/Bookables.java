package cn.shiyu.booking;

import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code bookable}. */
final class Bookables {

    private static final String COLUMNS =
            "select bookable_id, code, kind, name, place, unit_code, region_code, login, capacity, active, version from bookable where tenant_id = $1";
    // Whoever changes a bookable's days holds its row: changes of one follow each other, those of two do not meet.
    private static final String LOCK = COLUMNS + " and bookable_id = $2 for no key update";
    private static final String OF_KIND = COLUMNS + " and kind = $2 and active and bookable_id > $3 order by bookable_id limit $4";
    private static final String OF_LOGINS = COLUMNS + " and kind = $2 and active and login = any($3) order by code";
    private static final String ADD = """
            insert into bookable (tenant_id, bookable_id, code, kind, name, place, unit_code, region_code, login, capacity)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (tenant_id, code) do nothing""";
    private static final String CHANGE = """
            update bookable set name = $3, place = $4, capacity = $5, active = $6, version = version + 1
            where tenant_id = $1 and bookable_id = $2 and version = $7""";

    private static final UUID FIRST = new UUID(0, 0);

    private Bookables() {}

    static Uni<List<Bookable>> ofLogins(Statements sql, TenantId tenant, String kind, String[] logins) {
        return sql.select(OF_LOGINS, tenant.value(), kind, logins)
                .map(lines -> lines.stream().map(Bookables::bookable).toList());
    }

    static Uni<Optional<Bookable>> lock(Statements sql, TenantId tenant, UUID id) {
        return sql.first(LOCK, tenant.value(), id).map(found -> found.map(Bookables::bookable));
    }

    static Uni<Optional<Bookable>> find(Statements sql, TenantId tenant, UUID id) {
        return sql.first(COLUMNS + " and bookable_id = $2", tenant.value(), id).map(found -> found.map(Bookables::bookable));
    }

    static Uni<Optional<Bookable>> find(Statements sql, TenantId tenant, String code) {
        return sql.first(COLUMNS + " and code = $2", tenant.value(), code).map(found -> found.map(Bookables::bookable));
    }

    /** By id. @param after the last of the page before, or null */
    static Uni<List<Bookable>> ofKind(Statements sql, TenantId tenant, String kind, UUID after, int most) {
        return sql.select(OF_KIND, tenant.value(), kind, after == null ? FIRST : after, most).map(Bookables::all);
    }

    /** Theirs: those they are, and those of their units. */
    static Uni<List<Bookable>> of(Statements sql, TenantId tenant, String login, List<String> units) {
        return sql.select(
                        COLUMNS + " and (login = $2 or (unit_code = any($3) and kind <> '" + Bookable.CONFIDENTIAL + "')) order by kind, name, bookable_id limit 200",
                        tenant.value(),
                        login,
                        units.toArray(String[]::new))
                .map(Bookables::all);
    }

    /** @return whether it was not there yet */
    static Uni<Boolean> add(Statements sql, TenantId tenant, Bookable it) {
        return sql.update(
                        ADD, tenant.value(), it.id(), it.code(), it.kind(), it.name(), it.place(), it.unit(), it.region(),
                        it.login(), it.capacity())
                .map(rows -> rows == 1);
    }

    /** @return false when somebody else changed it meanwhile */
    static Uni<Boolean> change(Statements sql, TenantId tenant, Bookable it) {
        return sql.update(
                        CHANGE, tenant.value(), it.id(), it.name(), it.place(), it.capacity(), it.active(), it.version())
                .map(rows -> rows == 1);
    }

    private static List<Bookable> all(List<Line> lines) {
        return lines.stream().map(Bookables::bookable).toList();
    }

    private static Bookable bookable(Line line) {
        return new Bookable(
                line.uuid(0), line.text(1), line.text(2), line.text(3), line.text(4), line.text(5), line.text(6), line.text(7),
                line.number(8), line.truth(9), line.number(10));
    }
}
