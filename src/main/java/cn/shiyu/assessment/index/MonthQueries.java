package cn.shiyu.assessment.index;

import cn.shiyu.assessment.AssessmentSight;
import cn.shiyu.assessment.Period;
import cn.shiyu.identity.Caller;
import cn.shiyu.organisation.Unit;
import cn.shiyu.organisation.Units;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sealed months, a month computed again, and what another version would make of one. Each sees what {@link AssessmentSight} says. */
@ApplicationScoped
public class MonthQueries {

    private static final int PAGE = 24;
    @Inject
    TenantSql sql;

    @Inject
    AssessmentSight sight;

    @Inject
    Units units;

    /** A month with the lines the reader may see, in the order of the bulletin. */
    public record Month(SealedMonth sealed, List<UnitScore> scores) {

        public List<UnitScore> of(String group) {
            return scores.stream().filter(one -> one.group().equals(group)).toList();
        }
    }

    /** Newest first. @param after the last one of the page before, by its first day; or null @throws Refusal 403 for who has no figures to see */
    public Uni<Page<SealedMonth>> months(City city, Caller staff, String after) {
        visible(city, staff);
        return sql.inTx(city.id(), connection -> MonthRows.before(Statements.on(connection), city.id(), day(after), PAGE + 1))
                .map(all -> new Page<>(
                        all.stream().limit(PAGE).toList(), all.size() > PAGE ? all.get(PAGE - 1).starts().toString() : null));
    }

    private static LocalDate day(String after) {
        try {
            return after == null || after.isBlank() ? LocalDate.of(9999, 1, 1) : LocalDate.parse(after);
        } catch (DateTimeException e) {
            throw Refusal.notFound();
        }
    }

    /** @throws Refusal 404; 403 for who has no figures to see */
    public Uni<Month> month(City city, Caller staff, String month) {
        Set<String> seen = visible(city, staff);
        return sql.inTx(city.id(), connection -> {
            Statements on = Statements.on(connection);
            return find(on, city, month).chain(sealed -> MonthRows.results(on, city.id(), month)
                    .map(results -> new Month(sealed, results.stream()
                            .map(text -> Sealed.read(text, UnitScore.class))
                            .filter(one -> seen.contains(one.unit()))
                            .toList())));
        });
    }

    /** One unit's. @throws Refusal 404 also for a unit that is not the reader's to see */
    public Uni<Month> unit(City city, Caller staff, String month, String unit) {
        if (!visible(city, staff).contains(unit)) {
            return Uni.createFrom().failure(Refusal.notFound());
        }
        return sql.inTx(city.id(), connection -> {
            Statements on = Statements.on(connection);
            return find(on, city, month).chain(sealed -> MonthRows.result(on, city.id(), month, unit)
                    .map(found -> new Month(sealed, List.of(Sealed.read(found.orElseThrow(Refusal::notFound), UnitScore.class)))));
        });
    }

    /** From the frozen evidence, the events as they stand in the log, and the version that was sealed. @throws Refusal 404 */
    public Uni<Recomputation> again(City city, Caller staff, String month) {
        overseer(city, staff);
        return sql.inSnapshot(city.id(), connection -> {
            Statements on = Statements.on(connection);
            return on.select(SealFlow.CUSTOM_PLANS)
                    .chain(() -> find(on, city, month))
                    .chain(sealed -> changed(on, city, month).chain(changed -> changed.isPresent()
                            ? Uni.createFrom().item(new Recomputation(sealed, changed.get()))
                            : MonthRows.evidence(on, city.id(), month, sealed.starts())
                                    .chain(evidence -> MonthRows.results(on, city.id(), month)
                                            .map(results -> new Recomputation(sealed, difference(sealed, evidence, results))))));
        });
    }

    /** The first unit whose events no longer come to what was kept, in words. */
    private static Uni<Optional<String>> changed(Statements on, City city, String month) {
        return on.select(CountSql.DAYS_KEPT, city.id().value(), month)
                .chain(days -> Multi.createFrom()
                        .iterable(days)
                        .onItem()
                        .transformToUniAndConcatenate(
                                day -> on.first(CountSql.CHANGED, city.id().value(), month, LocalDate.parse(day.text(0))))
                        .filter(Optional::isPresent)
                        .collect()
                        .first())
                .map(found -> found == null ? Optional.empty() : found.map(MonthQueries::inWords));
    }

    private static String inWords(Line line) {
        return Messages.get("assessment.again.evidence", line.text(0), line.text(1), line.missing(2) ? "—" : line.text(2));
    }

    private static String difference(SealedMonth sealed, List<Evidence> evidence, List<String> results) {
        List<String> scored = new Scoring(sealed.index()).of(frozen(results, evidence)).stream().map(Sealed::text).toList();
        for (int i = 0; i < results.size(); i++) {
            if (i >= scored.size() || !results.get(i).equals(scored.get(i))) {
                return Messages.get("assessment.again.result", results.get(i), i < scored.size() ? scored.get(i) : "—");
            }
        }
        return Arrays.equals(sealed.hash(), MonthHash.of(Sealed.text(sealed.index()), evidence, scored))
                ? null
                : Messages.get("assessment.again.hash");
    }

    /** The units of then, by their names of then. */
    private static List<UnitCounts> frozen(List<String> results, List<Evidence> evidence) {
        Map<String, Counts> counts = evidence.stream().collect(Collectors.toMap(Evidence::unit, Evidence::counts));
        return results.stream()
                .map(text -> Sealed.read(text, UnitScore.class))
                .map(one -> new UnitCounts(one.unit(), one.name(), one.group(), counts.getOrDefault(one.unit(), Counts.of(Map.of()))))
                .toList();
    }

    /** What a version makes of a month as it stands now; nothing is kept. @throws Refusal 404; 403 for who does not oversee */
    public Uni<List<UnitScore>> preview(City city, Caller staff, Period month, IndexSystem system) {
        overseer(city, staff);
        return sql.inSnapshot(city.id(), connection -> {
            Statements on = Statements.on(connection);
            return on.select(SealFlow.CUSTOM_PLANS)
                    .chain(() -> Days.each(month.start(), month.end(), day -> on.select(
                            CountSql.LIVE, city.id().value(), month.cut().begin(day), month.cut().end(day))))
                    .map(days -> new Scoring(system).of(UnitsCounted.of(system, units.of(city), together(days))));
        });
    }

    private static Map<String, Counts> together(List<List<Line>> days) {
        return days.stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(line -> line.text(0), line -> Counts.of((Long[]) line.values()[1]), Counts::and));
    }

    /** @throws Refusal 404 */
    public IndexSystem version(City city, String version) {
        return IndexSystem.of(city).stream().filter(one -> one.version().equals(version)).findFirst().orElseThrow(Refusal::notFound);
    }

    public boolean oversees(City city, Caller staff) {
        return sight.overseesAll(city, staff);
    }

    private static Uni<SealedMonth> find(Statements on, City city, String month) {
        return MonthRows.find(on, city.id(), month).map(found -> found.orElseThrow(Refusal::notFound));
    }

    private Set<String> visible(City city, Caller staff) {
        Set<String> codes = sight.visible(city, staff).stream().map(Unit::code).collect(Collectors.toSet());
        if (codes.isEmpty()) {
            throw new Refusal(403, "assessment-not-yours", Messages.get("assessment.refusal.notYours"));
        }
        return codes;
    }

    private void overseer(City city, Caller staff) {
        if (!sight.overseesAll(city, staff)) {
            throw Refusal.notFound();
        }
    }
}
