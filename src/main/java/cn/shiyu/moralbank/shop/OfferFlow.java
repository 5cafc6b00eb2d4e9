package cn.shiyu.moralbank.shop;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.till.Merchant;
import cn.shiyu.moralbank.till.MerchantQueries;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Form;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** The clerk of the bank keeps what shops offer. Points and limits of an offer never change: orders were placed on them. */
@ApplicationScoped
public class OfferFlow {

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Regions regions;

    @Inject
    MerchantQueries merchants;

    @Inject
    VisitQueries visits;

    @Inject
    Clock clock;

    /** @throws Refusal 404; 422 naming the fields */
    public Uni<UUID> add(Caller clerk, UUID merchant, Form form) {
        City city = cities.byId(clerk.tenant());
        return merchants.one(clerk, merchant)
                .chain(shop -> visits.choices(city)
                        .map(choices -> OfferDraft.of(regions.of(city), choices, form))
                        .chain(draft -> add(clerk, shop, draft)));
    }

    private Uni<UUID> add(Caller clerk, Merchant shop, OfferDraft draft) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return sql.inTx(clerk.tenant(), connection -> Offers
                        .add(Statements.on(connection), clerk.tenant(), id, shop.id(), draft, clerk.id(), clock.instant()))
                .replaceWith(id);
    }

    /** Done already is fine. @throws Refusal 404 */
    public Uni<Void> move(Caller clerk, UUID merchant, UUID offer, OfferState to) {
        return merchants.one(clerk, merchant)
                .chain(shop -> sql.inTx(clerk.tenant(), connection -> Offers
                        .find(Statements.on(connection), clerk.tenant(), offer)
                        .map(found -> found.filter(one -> one.merchant().equals(merchant)).orElseThrow(Refusal::notFound))
                        .chain(found -> Offers.move(Statements.on(connection), clerk.tenant(), offer, merchant, to))))
                .replaceWithVoid();
    }

    /** How many are there from now on. @throws Refusal 404; 422 {@code stock} */
    public Uni<Void> stock(Caller clerk, UUID merchant, UUID offer, Form form) {
        return merchants.one(clerk, merchant)
                .map(shop -> OfferDraft.stock(form))
                .chain(stock -> sql.inTx(clerk.tenant(), connection -> Offers
                        .stock(Statements.on(connection), clerk.tenant(), offer, merchant, stock)))
                .invoke(changed -> {
                    if (changed == 0) {
                        throw Refusal.notFound();
                    }
                })
                .replaceWithVoid();
    }
}
