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
import java.util.List;

/** A resident's own cases, newest first. */
@ApplicationScoped
public class MyCases {

    public static final int PAGE = 20;

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    CaseNames names;

    @Inject
    Clock clock;

    /** @param after cursor of the page before, or null */
    public Uni<Page<QueueItem>> of(Caller caller, String after) {
        if (!caller.isResident()) {
            return Uni.createFrom().failure(Refusal.notFound());
        }
        City city = cities.byId(caller.tenant());
        boolean first = after == null || after.isBlank();
        String text = "select " + CaseRow.COLUMNS + " from case_file c where c.tenant_id = $1 and c.resident_id = $2"
                + (first ? "" : " and c.case_id < $3")
                + " order by c.case_id desc limit " + (PAGE + 1);
        Object[] arguments = first
                ? new Object[] {caller.tenant().value(), caller.id()}
                : new Object[] {caller.tenant().value(), caller.id(), KeysetCursor.parse(after).id()};
        return sql.inTx(caller.tenant(), connection ->
                Statements.on(connection).select(text, arguments).map(lines -> page(city, lines)));
    }

    private Page<QueueItem> page(City city, List<Line> lines) {
        List<Line> shown = lines.subList(0, Math.min(PAGE, lines.size()));
        Line last = lines.size() > PAGE ? shown.get(PAGE - 1) : null;
        return new Page<>(
                shown.stream().map(line -> CaseRow.item(city, names, line, clock.instant())).toList(),
                last == null ? null : new KeysetCursor(last.instant(13), last.uuid(0)).text());
    }
}
