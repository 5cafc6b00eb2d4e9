package cn.shiyu.moralbank.member;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.ledger.AccountKind;
import cn.shiyu.moralbank.ledger.Accounts;
import cn.shiyu.moralbank.ledger.Ledger;
import cn.shiyu.moralbank.ledger.LedgerQueries;
import cn.shiyu.moralbank.ledger.Lot;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.moralbank.ledger.Transfer;
import cn.shiyu.moralbank.ledger.TransferKind;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Leaving: what is put aside goes back, the rest is forfeited, and then nothing in the bank knows the person any more. The books stay
 * whole, since their accounts never knew anybody.
 */
@ApplicationScoped
public class LeaveFlow {

    private static final String PENDING = """
            select distinct h.hold_id from bank_posting p
            join bank_hold h on h.tenant_id = p.tenant_id and h.hold_id = p.transfer_id
            where p.tenant_id = $1 and p.account_id = $2 and h.state = 'PENDING'""";
    private static final String FORGET = "delete from bank_member where tenant_id = $1 and resident_id = $2";
    private static final String TOLD = "delete from bank_expiry_notice where tenant_id = $1 and account_id = $2";
    private static final String NOTICES = """
            delete from notice where tenant_id = $1 and resident_id = $2 and (link = '/bank' or link like '/bank/%')""";

    @Inject
    TenantSql sql;

    @Inject
    MemberQueries members;

    @Inject
    Accounts accounts;

    @Inject
    Ledger ledger;

    @Inject
    LedgerQueries books;

    @All
    @Inject
    List<Leaving> others;

    /** @throws cn.shiyu.platform.problem.Refusal 409 {@code not-a-member} */
    public Uni<Void> leave(Caller resident) {
        TenantId tenant = resident.tenant();
        UUID who = UUID.fromString(resident.id());
        return sql.inTx(tenant, connection -> members.lock(connection, tenant, who)
                .map(found -> found.orElseThrow(MemberRefusals::notMember))
                .chain(member -> each(others, one -> one.erase(connection, tenant, who))
                        .chain(() -> letGo(connection, resident, member))
                        .chain(() -> forfeit(connection, resident, member))
                        .chain(() -> forget(connection, tenant, member))));
    }

    private Uni<Void> letGo(SqlConnection connection, Caller resident, Member member) {
        return Statements.on(connection)
                .select(PENDING, resident.tenant().value(), member.account())
                .chain(holds -> each(
                        holds, line -> ledger.release(connection, resident, "left:" + line.uuid(0), line.uuid(0)).replaceWithVoid()));
    }

    private Uni<Void> forfeit(SqlConnection connection, Caller resident, Member member) {
        return books.lots(connection, resident.tenant(), member.account()).chain(lots -> {
            long rest = lots.stream().mapToLong(Lot::remaining).sum();
            if (rest == 0) {
                return Uni.createFrom().voidItem();
            }
            String account = member.account().toString();
            return accounts.only(connection, resident.tenant(), AccountKind.EXPIRY)
                    .chain(expiry -> ledger.post(connection, resident, new Transfer(
                            "left:" + account, TransferKind.FORFEIT, member.account(), expiry, rest, null, "left",
                            new Source("account", account), 0)))
                    .replaceWithVoid();
        });
    }

    private static Uni<Void> forget(SqlConnection connection, TenantId tenant, Member member) {
        Statements on = Statements.on(connection);
        return on.update(FORGET, tenant.value(), member.resident())
                .chain(() -> on.update(TOLD, tenant.value(), member.account()))
                .chain(() -> on.update(NOTICES, tenant.value(), member.resident()))
                .replaceWithVoid();
    }

    private static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> work) {
        return Multi.createFrom().iterable(all).onItem().transformToUniAndConcatenate(work::apply).collect().last().replaceWithVoid();
    }
}
