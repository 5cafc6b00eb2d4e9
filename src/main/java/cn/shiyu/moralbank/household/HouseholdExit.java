package cn.shiyu.moralbank.household;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.ledger.Ledger;
import cn.shiyu.moralbank.ledger.Receipt;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.moralbank.ledger.Transfer;
import cn.shiyu.moralbank.ledger.TransferKind;
import cn.shiyu.moralbank.member.Member;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.moralbank.member.MemberRefusals;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Going out of a household: what one put in stays with the others; the last to go takes along what is left. */
@ApplicationScoped
public class HouseholdExit {

    @Inject
    TenantSql sql;

    @Inject
    MemberQueries members;

    @Inject
    Households households;

    @Inject
    Ledger ledger;

    /** Takes a request back as well. @throws cn.shiyu.platform.problem.Refusal 409 {@code not-a-member} */
    public Uni<Void> leave(Caller resident) {
        return sql.inTx(resident.tenant(), connection -> members.lock(connection, resident.tenant(), UUID.fromString(resident.id()))
                .map(found -> found.orElseThrow(MemberRefusals::notMember))
                .chain(member -> leave(connection, resident, member)));
    }

    Uni<Void> leave(SqlConnection connection, Caller by, Member member) {
        Statements on = Statements.on(connection);
        TenantId tenant = by.tenant();
        return HouseholdRows.lock(on, tenant, member.resident()).chain(found -> found.isEmpty() || !found.get().confirmed()
                ? HouseholdRows.exit(on, tenant, member.resident()).replaceWithVoid()
                : HouseholdRows.hasOthers(on, tenant, found.get().id(), member.resident()).chain(others -> others
                        ? HouseholdRows.exit(on, tenant, member.resident()).replaceWithVoid()
                        : close(connection, by, member, found.get())));
    }

    private Uni<Void> close(SqlConnection connection, Caller by, Member member, HouseholdRows.Row row) {
        return households.points(connection, by.tenant(), row.account())
                .chain(rest -> rest == 0
                        ? Uni.createFrom().voidItem()
                        : pool(connection, by, "pool-end:" + row.id(), row.account(), member.account(), rest, row.id()).replaceWithVoid())
                .chain(() -> HouseholdRows.close(Statements.on(connection), by.tenant(), row.id()))
                .replaceWithVoid();
    }

    Uni<Receipt> pool(SqlConnection connection, Caller by, String key, UUID from, UUID to, long points, UUID household) {
        return ledger.post(connection, by, new Transfer(
                key, TransferKind.POOL, from, to, points, null, "pooled", new Source("household", household.toString()), 0));
    }
}
