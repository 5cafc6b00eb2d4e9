package cn.shiyu.moralbank.till;

import cn.shiyu.identity.Caller;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/** Brings in the shops that a city's tenant file begins with, where none of that name is there yet. */
@ApplicationScoped
class MerchantSeeds {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int AFTER_ONBOARDING = 300;

    @Inject
    CityDirectory cities;

    @Inject
    TenantSql sql;

    @Inject
    MerchantFlow flow;

    void atStart(@Observes @Priority(AFTER_ONBOARDING) StartupEvent start) {
        cities.all().forEach(city -> bring(city).await().atMost(PATIENCE));
    }

    private Uni<Void> bring(City city) {
        return Multi.createFrom()
                .iterable(TillSettings.of(city).shops())
                .onItem()
                .transformToUniAndConcatenate(shop -> sql.inTx(city.id(), connection -> flow
                        .add(connection, Caller.system(city.id(), "onboarding"), shop.name(), shop.address(), shop.region())
                        // Its account must not stay either.
                        .onItem()
                        .ifNull()
                        .failWith(new There()))
                        .onFailure(There.class)
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static final class There extends RuntimeException {
        There() {
            super("there already", null, false, false);
        }
    }
}
