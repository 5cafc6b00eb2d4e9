package cn.shiyu.dashboard;

import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Keeps the days counted: today every few minutes, what may still change once a day, what was never counted as time allows. */
@ApplicationScoped
public class DaySweep {

    private static final Logger LOG = Logger.getLogger(DaySweep.class);
    private static final Duration TODAY = Duration.ofMinutes(3);
    private static final Duration OTHERS = Duration.ofHours(20);

    /** Days in one go, so that no city keeps the others waiting. */
    private static final int MOST = 20;

    @Inject
    CityDirectory cities;

    @Inject
    DayFlow flow;

    @Inject
    Clock clock;

    @Scheduled(
            every = "{shiyu.dashboard.every}",
            delayed = "{shiyu.dashboard.delayed}",
            identity = "dashboard-days",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return Multi.createFrom()
                .iterable(cities.all())
                .onItem()
                .transformToUniAndConcatenate(city -> sweep(city)
                        .onFailure()
                        .invoke(failure -> LOG.errorf(failure, "days of %s not counted", city.id()))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** As many days as are due, at most {@value #MOST}. @return how many were counted */
    Uni<Long> sweep(City city) {
        return Multi.createBy()
                .repeating()
                .uni(() -> next(city))
                .whilst(counted -> counted)
                .select()
                .first(MOST)
                .filter(counted -> counted)
                .collect()
                .with(java.util.stream.Collectors.counting());
    }

    private Uni<Boolean> next(City city) {
        Instant now = clock.instant();
        return flow.due(city, now.minus(TODAY), now.minus(OTHERS))
                .chain(day -> day.map(due -> flow.count(city, due).replaceWith(true)).orElseGet(() -> Uni.createFrom().item(false)));
    }
}
