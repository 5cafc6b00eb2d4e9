package cn.shiyu.booking;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Brings in who and what a city's tenant file says can be booked, where nobody of that code is there yet. */
@ApplicationScoped
class BookableSeeds {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** After the city's divisions and units. */
    private static final int AFTER_ONBOARDING = 300;

    @Inject
    CityDirectory cities;

    @Inject
    TenantSql sql;

    void atStart(@Observes @Priority(AFTER_ONBOARDING) StartupEvent start) {
        cities.all().forEach(city -> bring(city).await().atMost(PATIENCE));
    }

    private Uni<Void> bring(City city) {
        List<BookableSeed> seeds = BookingSettings.of(city).bookables();
        return seeds.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.inTx(city.id(), connection -> Multi.createFrom()
                        .iterable(seeds)
                        .onItem()
                        .transformToUniAndConcatenate(seed -> bring(Statements.on(connection), city, seed))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private static Uni<Void> bring(Statements sql, City city, BookableSeed seed) {
        Bookable it = new Bookable(
                UuidCreator.getTimeOrderedEpoch(), seed.code(), seed.kind(), seed.name(), seed.place(), seed.unit(),
                seed.region(), seed.login(), seed.capacity(), true, 0);
        List<RotaPattern> week = seed.rota().stream()
                .flatMap(shift -> shift.days().stream()
                        .map(day -> new RotaPattern(day, new Hours(shift.from(), shift.to()), shift.onHolidays())))
                .toList();
        return Bookables.add(sql, city.id(), it)
                .chain(added -> added
                        ? Rotas.replaceWeek(sql, city.id(), it.id(), week)
                        : Uni.createFrom().voidItem());
    }
}
