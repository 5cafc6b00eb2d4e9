package cn.shiyu.moralbank.team;

import cn.shiyu.moralbank.member.Leaving;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who leaves the bank is no treasurer any more; the team's points are the team's. */
@ApplicationScoped
class TeamLeaving implements Leaving {

    @Override
    public Uni<Void> erase(SqlConnection connection, TenantId tenant, UUID resident) {
        return TeamRows.leave(Statements.on(connection), tenant, resident).replaceWithVoid();
    }
}
