package cn.shiyu.moralbank.shop;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.till.MerchantQueries;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.region.Region;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Reads offers; they are public. */
@ApplicationScoped
public class OfferQueries {

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Regions regions;

    @Inject
    MerchantQueries merchants;

    /** Newest first. @param region code of the division one lives in; blank or unknown for all of the city */
    public Uni<Page<Offer>> open(TenantId tenant, String region, String after) {
        List<String> path = regions.of(cities.byId(tenant)).path(region == null ? "" : region).stream().map(Region::code).toList();
        return sql.inTx(tenant, connection -> path.isEmpty()
                ? Offers.all(Statements.on(connection), tenant, after)
                : Offers.in(Statements.on(connection), tenant, path, after));
    }

    /** @throws Refusal 404 */
    public Uni<Offer> one(TenantId tenant, UUID offer) {
        return sql.inTx(tenant, connection -> Offers.find(Statements.on(connection), tenant, offer))
                .map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** All of a shop's, newest first. @throws Refusal 404 */
    public Uni<Page<Offer>> ofShop(Caller clerk, UUID merchant, String after) {
        return merchants.one(clerk, merchant)
                .chain(shop -> sql.inTx(clerk.tenant(), connection -> Offers.at(Statements.on(connection), clerk.tenant(), merchant, after)));
    }
}
