package cn.shiyu.assessment.index;

import cn.shiyu.assessment.Period;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.TreeMap;

/** What a period's events count for a unit as they stand now, by the statement months are sealed with. */
public final class LiveCounts {

    private LiveCounts() {}

    /** Only what is not 0. */
    public static Uni<Map<String, Long>> of(TenantSql sql, City city, Period period, String unit) {
        return sql.inTx(city.id(), connection -> Statements.on(connection)
                .select(CountSql.LIVE, city.id().value(), period.from(), period.to())
                .map(lines -> lines.stream()
                        .filter(line -> unit.equals(line.text(0)))
                        .findFirst()
                        .map(line -> counted((Long[]) line.values()[1]))
                        .orElseGet(Map::of)));
    }

    private static Map<String, Long> counted(Long[] numbers) {
        Map<String, Long> found = new TreeMap<>(Counts.of(numbers).numbers());
        found.values().removeIf(number -> number == 0);
        return found;
    }
}
