package cn.shiyu.moralbank.shop;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.member.Leaving;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Whoever leaves the bank fetches nothing any more: open orders are cancelled; the points go back with all that is put aside. */
@ApplicationScoped
class ShopLeaving implements Leaving {

    @Inject
    MemberQueries members;

    @Inject
    OrderFlow flow;

    @Override
    public Uni<Void> erase(SqlConnection connection, TenantId tenant, UUID resident) {
        return members.of(connection, tenant, resident).chain(found -> found.isEmpty()
                ? Uni.createFrom().voidItem()
                : Orders.placedBy(Statements.on(connection), tenant, found.get().account())
                        .chain(orders -> Multi.createFrom()
                                .iterable(orders)
                                .onItem()
                                .transformToUniAndConcatenate(order -> flow.end(
                                        connection, Caller.system(tenant, "bank-leaving"), order, OrderState.CANCELLED))
                                .collect()
                                .last()
                                .replaceWithVoid()));
    }
}
