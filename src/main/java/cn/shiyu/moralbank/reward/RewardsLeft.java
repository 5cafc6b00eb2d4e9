package cn.shiyu.moralbank.reward;

import cn.shiyu.moralbank.member.Leaving;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Whoever leaves the bank is no longer in what was decided on their reports; that it was decided stays. */
@ApplicationScoped
class RewardsLeft implements Leaving {

    private static final String ERASE = "update report_reward set resident_id = null where tenant_id = $1 and resident_id = $2";

    @Override
    public Uni<Void> erase(SqlConnection connection, TenantId tenant, UUID resident) {
        return Statements.on(connection).update(ERASE, tenant.value(), resident).replaceWithVoid();
    }
}
