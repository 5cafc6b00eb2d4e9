package cn.shiyu.assessment;

import cn.shiyu.identity.Caller;
import cn.shiyu.organisation.Unit;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The assessment sheet and the cases behind each of its figures, read from the event log. */
@ApplicationScoped
public class AssessmentQueries {

    static final int PAGE = 20;

    @Inject
    TenantSql sql;

    @Inject
    AssessmentSight sight;

    /** @throws Refusal 403 for those who neither work at a unit that is assessed nor oversee */
    public Uni<AssessmentSheet> sheet(City city, Caller staff, Period period) {
        List<Unit> units = sight.visible(city, staff);
        if (units.isEmpty()) {
            return Uni.createFrom().failure(new Refusal(403, "assessment-not-yours", Messages.get("assessment.refusal.notYours")));
        }
        return sql.inTx(city.id(), connection -> Statements.on(connection)
                        .select(AssessmentSql.TALLIES, city.id().value(), period.from(), period.to()))
                .map(lines -> lines.stream().map(AssessmentQueries::tally).toList())
                .map(tallies -> AssessmentSheet.of(period, AssessmentRules.of(city), units, tallies));
    }

    private static Tally tally(Line line) {
        return new Tally(
                line.text(0),
                line.text(1),
                line.truth(2),
                line.truth(3),
                line.truth(4),
                line.text(5),
                line.truth(6),
                line.number(7));
    }

    /**
     * Newest first.
     *
     * @param after cursor of the page before, or null
     * @throws Refusal 404 for a unit whose figures are not the caller's to see
     */
    public Uni<Page<CountedCase>> cases(
            City city, Caller staff, Period period, String unit, Figure figure, String after) {
        if (sight.visible(city, staff).stream().noneMatch(known -> known.code().equals(unit))) {
            return Uni.createFrom().failure(Refusal.notFound());
        }
        EventCursor cursor = EventCursor.parse(after);
        List<Object> arguments =
                new ArrayList<>(List.of(city.id().value(), period.from(), period.to(), unit));
        if (cursor != null) {
            arguments.add(cursor.at());
            arguments.add(cursor.id());
        }
        boolean overseer = sight.readsConfidential(city, staff);
        return sql.inTx(city.id(), connection -> Statements.on(connection)
                .select(AssessmentSql.cases(figure, cursor != null, PAGE + 1), arguments.toArray())
                .map(lines -> page(lines, staff, overseer)));
    }

    private static Page<CountedCase> page(List<Line> lines, Caller staff, boolean overseer) {
        List<Line> shown = lines.subList(0, Math.min(PAGE, lines.size()));
        Line last = lines.size() > PAGE ? shown.get(PAGE - 1) : null;
        return new Page<>(
                shown.stream().map(line -> counted(line, staff, overseer)).toList(),
                last == null ? null : new EventCursor(last.instant(5), last.uuid(6)).text());
    }

    private static CountedCase counted(Line line, Caller staff, boolean overseer) {
        boolean confidential = "CONFIDENTIAL".equals(line.text(2));
        boolean own = line.text(4) != null && staff.worksAt(line.text(4));
        return new CountedCase(
                line.text(0),
                confidential && !overseer && !own ? null : line.text(1),
                line.text(3),
                overseer || own,
                line.instant(5),
                line.truth(7),
                line.truth(8),
                line.text(9),
                line.truth(10),
                line.truth(13),
                line.uuid(11),
                line.number(12));
    }
}
