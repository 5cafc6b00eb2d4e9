package cn.shiyu.casework;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.search.SearchTerms;
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
    CaseSearch search;

    @Inject
    Clock clock;

    /**
     * @param counts how many open cases of the unit stand in each state; for the tabs, up to 1,000 a state
     */
    public record Queue(Page<QueueItem> page, Map<CaseStatus, Integer> counts) {}

    /** @throws Refusal 404 when the caller holds no post at the unit; 422 naming {@code q} for a search of one letter in a long list */
    public Uni<Queue> queue(Caller caller, QueueFilter filter) {
        if (!caller.isStaff() || !caller.worksAt(filter.unit())) {
            return Uni.createFrom().failure(Refusal.notFound());
        }
        City city = cities.byId(caller.tenant());
        return filter.terms().isEmpty() ? list(caller, city, filter) : search(caller, city, filter);
    }

    /** For a page that cannot list anything. @throws Refusal 404 when the caller holds no post at the unit */
    public Uni<Map<CaseStatus, Integer>> counts(Caller caller, String unit) {
        if (!caller.isStaff() || !caller.worksAt(unit)) {
            return Uni.createFrom().failure(Refusal.notFound());
        }
        return sql.inTx(caller.tenant(), connection -> Statements.on(connection)
                .select(QueueSql.counts(unit), caller.tenant().value(), unit)
                .map(QueueQueries::counts));
    }

    private Uni<Queue> search(Caller caller, City city, QueueFilter filter) {
        SearchTerms terms = filter.isLong() ? filter.terms().requirePair() : filter.terms();
        SearchSql query = QueueSql.searched(caller, filter);
        KeysetCursor after = KeysetCursor.orNull(filter.cursor());
        Uni<CaseSearch.Found> found = filter.isLong()
                ? search.inMonths(caller.tenant(), terms, query, after, PAGE)
                : search.inAll(caller.tenant(), terms, query, after, PAGE);
        return found.map(it -> it.page(line -> CaseRow.found(city, names, line, clock.instant(), terms)))
                .chain(page -> counts(caller, filter.unit()).map(counts -> new Queue(page, counts)));
    }

    private Uni<Queue> list(Caller caller, City city, QueueFilter filter) {
        QueueSql query = QueueSql.of(caller, filter);
        return sql.inTx(caller.tenant(), connection -> read(Statements.on(connection), city, filter, query));
    }

    private Uni<Queue> read(Statements statements, City city, QueueFilter filter, QueueSql query) {
        return Uni.combine()
                .all()
                .unis(
                        statements.select(query.text(), query.arguments()),
                        statements.select(QueueSql.counts(filter.unit()), city.id().value(), filter.unit()))
                .with((lines, counts) -> new Queue(page(city, filter, lines), counts(counts)));
    }

    private Page<QueueItem> page(City city, QueueFilter filter, List<Line> lines) {
        Instant now = clock.instant();
        List<Line> shown = lines.subList(0, Math.min(PAGE, lines.size()));
        List<QueueItem> items = new ArrayList<>();
        shown.forEach(line -> items.add(CaseRow.item(city, names, line, now)));
        Line last = lines.size() > PAGE ? shown.get(PAGE - 1) : null;
        return new Page<>(items, last == null ? null : new KeysetCursor(last.instant(filter.isOver() ? 16 : 14), last.uuid(0)).text());
    }

    private static Map<CaseStatus, Integer> counts(List<Line> lines) {
        Map<CaseStatus, Integer> counts = new EnumMap<>(CaseStatus.class);
        lines.forEach(line -> counts.put(CaseStatus.valueOf(line.text(0)), line.number(1)));
        return counts;
    }
}
