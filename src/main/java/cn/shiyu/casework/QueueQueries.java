package cn.shiyu.casework;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Staff's queues: what is due first stands first; one indexed sort, keyset-paged. */
@ApplicationScoped
public class QueueQueries {

    public static final int PAGE = 20;

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    CaseNames names;

    @Inject
    Clock clock;

    /** @throws Refusal 404 when the caller holds no post at the unit */
    public Uni<Page<QueueItem>> queue(Caller caller, QueueFilter filter) {
        if (!caller.isStaff() || !caller.worksAt(filter.unit())) {
            return Uni.createFrom().failure(Refusal.notFound());
        }
        City city = cities.byId(caller.tenant());
        QueueSql query = QueueSql.of(caller, filter);
        return sql.inTx(caller.tenant(), connection -> Statements.on(connection)
                .select(query.text(), query.arguments())
                .map(lines -> page(city, lines)));
    }

    private Page<QueueItem> page(City city, List<Line> lines) {
        Instant now = clock.instant();
        List<Line> shown = lines.subList(0, Math.min(PAGE, lines.size()));
        List<QueueItem> items = new ArrayList<>();
        shown.forEach(line -> items.add(CaseRow.item(city, names, line, now)));
        Line last = lines.size() > PAGE ? shown.get(PAGE - 1) : null;
        return new Page<>(items, last == null ? null : new KeysetCursor(last.instant(14), last.uuid(0)).text());
    }

    /** How many open cases of the unit stand in each state; for the tabs. Counted up to 1,000 a state. */
    public Uni<Map<CaseStatus, Integer>> counts(Caller caller, String unit) {
        if (!caller.isStaff() || !caller.worksAt(unit)) {
            return Uni.createFrom().failure(Refusal.notFound());
        }
        return sql.inTx(caller.tenant(), connection -> Statements.on(connection)
                .select(QueueSql.COUNTS, caller.tenant().value(), unit)
                .map(QueueQueries::counts));
    }

    private static Map<CaseStatus, Integer> counts(List<Line> lines) {
        Map<CaseStatus, Integer> counts = new EnumMap<>(CaseStatus.class);
        lines.forEach(line -> counts.put(CaseStatus.valueOf(line.text(0)), line.number(1)));
        return counts;
    }
}
