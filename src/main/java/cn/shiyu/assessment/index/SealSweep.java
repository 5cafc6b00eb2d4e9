package cn.shiyu.assessment.index;

import cn.shiyu.assessment.AssessmentRules;
import cn.shiyu.assessment.Period;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Months seal themselves some days after their end; an instance that was down for months makes them up one by one. */
@ApplicationScoped
public class SealSweep {

    private static final Logger LOG = Logger.getLogger(SealSweep.class);

    @Inject
    CityDirectory cities;

    @Inject
    TenantSql sql;

    @Inject
    SealFlow flow;

    @Inject
    Clock clock;

    @Scheduled(
            every = "{shiyu.assessment.every}",
            delayed = "{shiyu.assessment.delayed}",
            identity = "assessment-months",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return Multi.createFrom()
                .iterable(cities.all())
                .onItem()
                .transformToUniAndConcatenate(city -> sweep(city)
                        .onFailure()
                        .invoke(failure -> LOG.errorf(failure, "month of %s not sealed", city.id()))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Seals the next month that is due, if one is. */
    Uni<Void> sweep(City city) {
        return sql.inTx(city.id(), connection -> MonthRows.last(Statements.on(connection), city.id()))
                .map(last -> last.map(sealed -> next(city, sealed)).orElseGet(() -> lastEnded(city)))
                .chain(month -> isDue(city, month) ? flow.seal(city, month).replaceWithVoid() : Uni.createFrom().voidItem());
    }

    private Period lastEnded(City city) {
        AssessmentRules rules = AssessmentRules.of(city);
        return Period.monthOf(rules.cut().dayOf(clock.instant()), rules).before(rules);
    }

    private static Period next(City city, SealedMonth sealed) {
        return Period.monthOf(sealed.ends(), AssessmentRules.of(city));
    }

    private boolean isDue(City city, Period month) {
        Instant due = month.to().plus(Duration.ofDays(AssessmentRules.of(city).sealAfterDays()));
        return !clock.instant().isBefore(due);
    }
}
