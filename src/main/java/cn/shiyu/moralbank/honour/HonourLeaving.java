package cn.shiyu.moralbank.honour;

import cn.shiyu.moralbank.member.Leaving;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Whoever leaves the bank is in no book and on no board, and no community counts them. */
@Singleton
class HonourLeaving implements Leaving {

    @Inject
    MemberQueries members;

    @Override
    public Uni<Void> erase(SqlConnection connection, TenantId tenant, UUID resident) {
        Statements on = Statements.on(connection);
        return members.of(connection, tenant, resident).chain(found -> found.isEmpty()
                ? Uni.createFrom().voidItem()
                : erase(on, tenant, found.get().account()));
    }

    private static Uni<Void> erase(Statements on, TenantId tenant, UUID account) {
        return BookRows.erase(on, tenant, account)
                .chain(() -> BoardRows.erase(on, tenant, account))
                .chain(() -> ConsentRows.withdraw(on, tenant, account));
    }
}
