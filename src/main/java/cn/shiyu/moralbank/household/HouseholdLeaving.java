package cn.shiyu.moralbank.household;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.member.Leaving;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Whoever leaves the bank goes out of their household first. */
@Singleton
class HouseholdLeaving implements Leaving {

    @Inject
    MemberQueries members;

    @Inject
    HouseholdExit exit;

    @Override
    public Uni<Void> erase(SqlConnection connection, TenantId tenant, UUID resident) {
        return members.of(connection, tenant, resident).chain(found -> found.isEmpty()
                ? Uni.createFrom().voidItem()
                : exit.leave(connection, Caller.system(tenant, "bank-leaving"), found.get()));
    }
}
