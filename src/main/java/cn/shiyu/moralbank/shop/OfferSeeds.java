package cn.shiyu.moralbank.shop;

import cn.shiyu.booking.SlotQueries;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Brings in the offers that a city's tenant file begins with, each once: its id follows from shop and name, so none comes twice. */
@ApplicationScoped
class OfferSeeds {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int AFTER_SHOPS = 310;
    private static final String SHOP = "select merchant_id from bank_merchant where tenant_id = $1 and name = $2 and state <> 'ENDED'";

    @Inject
    CityDirectory cities;

    @Inject
    TenantSql sql;

    @Inject
    SlotQueries slots;

    @Inject
    Clock clock;

    void atStart(@Observes @Priority(AFTER_SHOPS) StartupEvent start) {
        cities.all().forEach(city -> bring(city).await().atMost(PATIENCE));
    }

    private Uni<Void> bring(City city) {
        return Multi.createFrom()
                .iterable(ShopSettings.of(city).offers())
                .onItem()
                .transformToUniAndConcatenate(listed -> visit(city, listed)
                        .chain(visit -> sql.inTx(city.id(), connection -> bring(connection, city, listed, visit))))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Visit> visit(City city, ShopSettings.Listed it) {
        return it.service() == null
                ? Uni.createFrom().nullItem()
                : slots.bookable(city, it.bookable()).map(found -> new Visit(it.service(), found.orElseThrow().id()));
    }

    private Uni<Integer> bring(SqlConnection connection, City city, ShopSettings.Listed it, Visit visit) {
        String name = city.id().value() + "/" + it.shop() + "/" + it.name();
        OfferDraft draft = new OfferDraft(
                it.region(), it.kind(), it.name(), it.details(), it.points(), it.stock(), it.perPerson(), it.days(),
                visit);
        Statements on = Statements.on(connection);
        return on.first(SHOP, city.id().value(), it.shop()).chain(shop -> shop.isEmpty()
                ? Uni.createFrom().item(0)
                : Offers.add(
                        on, city.id(), UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), shop.get().uuid(0), draft,
                        "onboarding", clock.instant()));
    }
}
