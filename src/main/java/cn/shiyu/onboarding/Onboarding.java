package cn.shiyu.onboarding;

import cn.shiyu.organisation.Units;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Writes every city's divisions and units into the database at start, if they are not what is there already. */
@ApplicationScoped
class Onboarding {

    private static final Logger LOG = Logger.getLogger(Onboarding.class);

    /** A large city has some tens of thousands of rows: seconds, on a slow disk. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** After the keys (100), before whatever files cases while starting. */
    private static final int AFTER_KEYS = 200;

    @Inject
    CityDirectory cities;

    @Inject
    Regions regions;

    @Inject
    Units units;

    @Inject
    TenantSql sql;

    @Inject
    Clock clock;

    void atStart(@Observes @Priority(AFTER_KEYS) StartupEvent start) {
        cities.all().forEach(city -> bringOnBoard(city).await().atMost(PATIENCE));
    }

    /** @return whether anything was written */
    Uni<Boolean> bringOnBoard(City city) {
        ReferenceRows rows = new ReferenceRows(regions.of(city), units.of(city));
        return sql.inTx(city.id(), connection -> new ReferenceSql(city.id(), connection).write(rows, clock.instant()))
                .invoke(written -> tell(city, rows, written));
    }

    private static void tell(City city, ReferenceRows rows, boolean written) {
        if (written) {
            LOG.infof(
                    "%s on board: %d divisions, %d units",
                    city.id(), rows.regions().size(), rows.units().size());
        }
    }
}
