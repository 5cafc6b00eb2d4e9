package cn.shiyu.dashboard;

import cn.shiyu.assessment.AssessmentSight;
import cn.shiyu.assessment.EventCursor;
import cn.shiyu.category.Categories;
import cn.shiyu.identity.Caller;
import cn.shiyu.organisation.Unit;
import cn.shiyu.organisation.Units;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.region.Region;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The cases behind each mark of the dashboard. */
@ApplicationScoped
public class MarkQueries {

    private static final int PAGE = 20;
    // Tenant, from, to.
    private static final int FIXED = 3;

    @Inject
    TenantSql sql;

    @Inject
    DashboardQueries dashboard;

    @Inject
    AssessmentSight sight;

    @Inject
    Regions regions;

    @Inject
    Categories categories;

    @Inject
    Units units;

    @Inject
    Clock clock;

    /**
     * Newest first; what is about now, the first due first.
     *
     * @param after cursor of the page before, or null
     * @throws Refusal 403 for who does not oversee the city; 422 for a made-up cursor
     */
    public Uni<Page<MarkedCase>> cases(City city, Caller staff, MarkFilter filter, String after) {
        dashboard.refuseUnlessOverseer(city, staff);
        EventCursor cursor = EventCursor.parse(after);
        MarkSql statement = new MarkSql(filter, FIXED);
        List<Object> arguments = new ArrayList<>(List.of(city.id().value(), from(filter), to(filter)));
        arguments.addAll(statement.arguments());
        if (cursor != null) {
            arguments.add(cursor.at());
            arguments.add(cursor.id());
        }
        boolean confidential = sight.readsConfidential(city, staff);
        return sql.inTx(city.id(), connection -> Statements.on(connection)
                .select(statement.text(FIXED, cursor != null, PAGE + 1), arguments.toArray())
                .map(lines -> page(city, lines, staff, confidential)));
    }

    private Instant from(MarkFilter filter) {
        return filter.mark().isNow() ? clock.instant() : DayFlow.begin(filter.from());
    }

    private Instant to(MarkFilter filter) {
        return filter.mark().isNow() ? clock.instant().plus(Duration.ofDays(1)) : DayFlow.begin(filter.to().plusDays(1));
    }

    private Page<MarkedCase> page(City city, List<Line> lines, Caller staff, boolean overseer) {
        List<Line> shown = lines.subList(0, Math.min(PAGE, lines.size()));
        Line last = lines.size() > PAGE ? shown.get(PAGE - 1) : null;
        return new Page<>(
                shown.stream().map(line -> marked(city, line, staff, overseer)).toList(),
                last == null ? null : new EventCursor(last.instant(7), last.uuid(8)).text());
    }

    /** As in the assessment: the subject of what is confidential, and the way in, only to those who may read it. */
    private MarkedCase marked(City city, Line line, Caller staff, boolean overseer) {
        boolean own = line.text(4) != null && staff.worksAt(line.text(4));
        boolean secret = "CONFIDENTIAL".equals(line.text(2)) && !overseer && !own;
        return new MarkedCase(
                line.text(0), secret ? null : line.text(1), line.text(3), overseer || own, line.instant(7), line.text(9),
                line.missing(4) ? null : units.of(city).find(line.text(4)).map(Unit::name).orElse(line.text(4)),
                regions.of(city).find(line.text(5)).map(Region::fullName).orElse(null),
                line.missing(6) ? null : categories.of(city).find(line.text(6)).map(known -> known.name()).orElse(line.text(6)));
    }
}
