package cn.shiyu.moralbank.shop;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.ledger.HoldWatcher;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** What nobody fetched in time: the points go back with the hold, the stock with the order. */
@ApplicationScoped
class OrderLapses implements HoldWatcher {

    @Inject
    OrderFlow flow;

    @Override
    public Uni<Void> ranOut(SqlConnection connection, TenantId tenant, UUID hold, Source source) {
        if (!source.type().equals(OrderBook.SOURCE)) {
            return Uni.createFrom().voidItem();
        }
        return Orders.ofHold(Statements.on(connection), tenant, hold).chain(found -> {
            Optional<OrderState> to = found.flatMap(order -> OrderTransitions.after(OrderAction.LAPSE, order.state()));
            return to.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : flow.end(connection, Caller.system(tenant, "bank-holds"), found.get(), to.get());
        });
    }
}
