package cn.shiyu.assessment.index;

import cn.shiyu.assessment.AssessmentRules;
import cn.shiyu.assessment.Period;
import cn.shiyu.organisation.Units;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Seals a month: counts it, keeps which events were counted, scores it by the version in force, and hashes the whole. One
 * transaction: a month is sealed once and wholly, or not at all, and whoever is interrupted begins again.
 */
@ApplicationScoped
public class SealFlow {

    // How much a day has is not known before, so neither is a plan that is good for all of them.
    static final String CUSTOM_PLANS = "select set_config('plan_cache_mode', 'force_custom_plan', true)";

    @Inject
    TenantSql sql;

    @Inject
    Units units;

    @Inject
    Clock clock;

    /**
     * @return the month, whoever sealed it; empty while somebody else is about it, and before it is time
     */
    public Uni<Optional<SealedMonth>> seal(City city, Period month) {
        if (month.isWeek() || month.to().isAfter(clock.instant())) {
            return Uni.createFrom().item(Optional.empty());
        }
        TenantId tenant = city.id();
        return sql.inTx(tenant, connection -> {
            Statements on = Statements.on(connection);
            return on.select(CUSTOM_PLANS)
                    .chain(() -> MonthRows.alone(on, tenant))
                    .chain(alone -> alone ? once(on, city, month) : Uni.createFrom().item(Optional.<SealedMonth>empty()));
        });
    }

    private Uni<Optional<SealedMonth>> once(Statements on, City city, Period month) {
        return MonthRows.find(on, city.id(), month.code()).chain(done -> done.isPresent()
                ? Uni.createFrom().item(done)
                : keepEvidence(on, city, month)
                        .chain(() -> MonthRows.evidence(on, city.id(), month.code(), month.start()))
                        .chain(evidence -> write(on, city, month, evidence))
                        .map(Optional::of));
    }

    /** With what came in late for the month before, if that one is sealed. */
    private static Uni<Void> keepEvidence(Statements on, City city, Period month) {
        String tenant = city.id().value();
        Period former = month.before(AssessmentRules.of(city));
        return Days.each(month.start(), month.end(), day -> on.update(
                        CountSql.OF_DAY, tenant, month.cut().begin(day), month.cut().end(day), month.code(), day))
                .chain(() -> MonthRows.find(on, city.id(), former.code()))
                .chain(sealed -> sealed.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Days.each(former.start(), former.end(), day -> on.update(
                                        CountSql.LATE_OF_DAY, tenant, former.cut().begin(day), former.cut().end(day), month.code(), day, former.code()))
                                .replaceWithVoid());
    }

    private Uni<SealedMonth> write(Statements on, City city, Period month, List<Evidence> evidence) {
        IndexSystem system = IndexSystem.of(city, YearMonth.parse(month.code().substring(1)));
        Map<String, Counts> counts = evidence.stream().collect(Collectors.toMap(Evidence::unit, Evidence::counts));
        List<UnitScore> scores = new Scoring(system).of(UnitsCounted.of(system, units.of(city), counts));
        List<String> results = scores.stream().map(Sealed::text).toList();
        SealedMonth sealed = new SealedMonth(
                month.code(), month.start(), month.end(), month.cut(), system, evidence.stream().mapToLong(Evidence::events).sum(),
                evidence.stream().mapToLong(Evidence::late).sum(), now(), MonthHash.of(Sealed.text(system), evidence, results));
        return MonthRows.add(on, city.id(), sealed)
                .chain(() -> MonthRows.results(on, city.id(), month.code(), scores))
                .replaceWith(sealed);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
