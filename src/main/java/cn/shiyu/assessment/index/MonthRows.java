package cn.shiyu.assessment.index;

import cn.shiyu.assessment.DayCut;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables of sealed months. */
final class MonthRows {

    private static final String COLUMNS = """
            select month, cast(starts as text), cast(ends as text), cast(day_begins as text), index_text, events, late, sealed_at, hash from assessment_month
            where tenant_id = $1""";
    private static final String ADD = """
            insert into assessment_month (tenant_id, month, starts, ends, day_begins, index_version, index_text, events, late, sealed_at, hash)
            values ($1, $2, $3, $4, cast($5 as text)::time, $6, $7, $8, $9, $10, $11)""";
    private static final String RESULT =
            "insert into assessment_result (tenant_id, month, position, unit, result) values ($1, $2, $3, $4, $5)";
    private static final String RESULTS =
            "select unit, result from assessment_result where tenant_id = $1 and month = $2 order by position";

    // Who seals a city's months does it alone; whoever comes meanwhile leaves it to them.
    private static final String ALONE = "select pg_try_advisory_xact_lock(hashtextextended('assessment:' || $1, 0))";

    private MonthRows() {}

    static Uni<Boolean> alone(Statements sql, TenantId tenant) {
        return sql.first(ALONE, tenant.value()).map(line -> line.orElseThrow().truth(0));
    }

    static Uni<Optional<SealedMonth>> find(Statements sql, TenantId tenant, String month) {
        return sql.first(COLUMNS + " and month = $2", tenant.value(), month).map(line -> line.map(MonthRows::month));
    }

    static Uni<Optional<SealedMonth>> last(Statements sql, TenantId tenant) {
        return sql.first(COLUMNS + " order by starts desc limit 1", tenant.value()).map(line -> line.map(MonthRows::month));
    }

    /** Newest first. @param before only months that begin earlier */
    static Uni<List<SealedMonth>> before(Statements sql, TenantId tenant, LocalDate before, int most) {
        return sql.select(COLUMNS + " and starts < $2 order by starts desc limit $3", tenant.value(), before, most)
                .map(lines -> lines.stream().map(MonthRows::month).toList());
    }

    static Uni<Integer> add(Statements sql, TenantId tenant, SealedMonth it) {
        return sql.update(
                ADD, tenant.value(), it.code(), it.starts(), it.ends(), it.cut().begins().toString(), it.index().version(), Sealed.text(it.index()), it.events(), it.late(),
                it.sealedAt(), it.hash());
    }

    static Uni<Void> results(Statements sql, TenantId tenant, String month, List<UnitScore> scores) {
        List<Object[]> rows = new ArrayList<>();
        scores.forEach(one -> rows.add(new Object[] {tenant.value(), month, rows.size() + 1, one.unit(), Sealed.text(one)}));
        return rows.isEmpty() ? Uni.createFrom().voidItem() : sql.batch(RESULT, rows).replaceWithVoid();
    }

    /** All of a month, in the bulletin's order: as many as the city has units. */
    static Uni<List<String>> results(Statements sql, TenantId tenant, String month) {
        return sql.select(RESULTS, tenant.value(), month).map(lines -> lines.stream().map(line -> line.text(1)).toList());
    }

    static Uni<Optional<String>> result(Statements sql, TenantId tenant, String month, String unit) {
        return sql.first("select result from assessment_result where tenant_id = $1 and month = $2 and unit = $3", tenant.value(), month, unit)
                .map(line -> line.map(found -> found.text(0)));
    }

    /** @param starts the month's first day */
    static Uni<List<Evidence>> evidence(Statements sql, TenantId tenant, String month, LocalDate starts) {
        return sql.select(CountSql.KEPT, tenant.value(), month, starts).map(lines -> lines.stream().map(Evidence::of).toList());
    }

    private static SealedMonth month(Line line) {
        return new SealedMonth(
                line.text(0), LocalDate.parse(line.text(1)), LocalDate.parse(line.text(2)), new DayCut(LocalTime.parse(line.text(3))),
                Sealed.read(line.text(4), IndexSystem.class), line.bigNumber(5), line.bigNumber(6), line.instant(7), line.bytes(8));
    }
}
