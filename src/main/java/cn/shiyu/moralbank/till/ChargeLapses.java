package cn.shiyu.moralbank.till;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.ledger.HoldWatcher;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A payment that the shop did not capture in time is void, and its payer is told. */
@ApplicationScoped
class ChargeLapses implements HoldWatcher {

    @Inject
    ChargeFlow flow;

    @Override
    public Uni<Void> ranOut(SqlConnection connection, TenantId tenant, UUID hold, Source source) {
        if (!source.type().equals(ChargeFlow.SOURCE)) {
            return Uni.createFrom().voidItem();
        }
        Statements on = Statements.on(connection);
        return Charges.ofHold(on, tenant, hold)
                .chain(found -> found.flatMap(charge -> ChargeTransitions.after(ChargeAction.LAPSE, charge.state()).map(to -> charge))
                        .map(charge -> lapse(connection, on, tenant, charge))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> lapse(SqlConnection connection, Statements on, TenantId tenant, Charge charge) {
        Instant now = flow.now();
        return Charges.ended(on, tenant, charge.id(), ChargeState.VOIDED, now)
                .chain(() -> flow.happened(connection, Caller.system(tenant, "bank-holds"), charge.id(), "ChargeLapsed", Map.of(), now))
                .chain(() -> flow.tell(connection, tenant, charge.account(), "lapsed", charge.shop(), charge.points(), now));
    }
}
