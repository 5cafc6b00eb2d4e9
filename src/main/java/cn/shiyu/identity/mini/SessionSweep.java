package cn.shiyu.identity.mini;

import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Forgets sessions nobody has used for {@link MiniSessions#IDLE}; doing it twice changes nothing. */
@ApplicationScoped
class SessionSweep {

    @Inject
    StoredSessions stored;

    @Inject
    CityDirectory cities;

    @Scheduled(
            every = "6h",
            delayed = "10m",
            identity = "mini-session-sweep",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return Multi.createFrom()
                .iterable(cities.all())
                .map(City::id)
                .onItem()
                .transformToUniAndConcatenate(stored::forgetUnused)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
