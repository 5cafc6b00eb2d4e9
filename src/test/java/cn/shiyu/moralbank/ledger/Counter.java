package cn.shiyu.moralbank.ledger;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Where tests open accounts and move points, each in a transaction of its own. */
@ApplicationScoped
public class Counter {

    public static final TenantId CITY = new TenantId("jieshou");
    public static final Caller CLERK = Caller.system(CITY, "test");
    public static final Source SOURCE = new Source("test", "1");

    @Inject
    TenantSql sql;

    @Inject
    Ledger ledger;

    @Inject
    Accounts accounts;

    @Inject
    LedgerQueries queries;

    /** A field would not be reached through the proxy of this bean. */
    public LedgerQueries queries() {
        return queries;
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    public static String key() {
        return "test:" + UUID.randomUUID();
    }

    public static Transfer transfer(TransferKind kind, UUID from, UUID to, long points, LocalDate expires) {
        return new Transfer(key(), kind, from, to, points, expires, "test", SOURCE, 0);
    }

    public <T> T in(Function<SqlConnection, Uni<T>> work) {
        return sql.inTx(CITY, work).await().atMost(Duration.ofSeconds(60));
    }

    public UUID open(AccountKind kind) {
        return in(c -> accounts.open(c, CITY, kind));
    }

    public UUID only(AccountKind kind) {
        return in(c -> accounts.only(c, CITY, kind));
    }

    /** A new budget with as much in it. */
    public UUID budget(long points) {
        UUID budget = open(AccountKind.BUDGET);
        post(TransferKind.FUND, only(AccountKind.ISSUE), budget, points);
        return budget;
    }

    public Receipt award(UUID budget, UUID to, long points, LocalDate expires) {
        return post(transfer(TransferKind.AWARD, budget, to, points, expires));
    }

    public Receipt post(TransferKind kind, UUID from, UUID to, long points) {
        return post(transfer(kind, from, to, points, null));
    }

    public Receipt post(Transfer transfer) {
        return in(c -> ledger.post(c, CLERK, transfer));
    }

    public Held hold(String key, UUID from, UUID to, long points) {
        return in(c -> ledger.hold(c, CLERK, key, from, to, points, Instant.now().plusSeconds(600), "test", SOURCE));
    }

    public Receipt capture(String key, UUID hold, long points) {
        return in(c -> ledger.capture(c, CLERK, key, hold, points));
    }

    public Receipt release(String key, UUID hold) {
        return in(c -> ledger.release(c, CLERK, key, hold));
    }

    public Receipt reverse(String key, UUID transfer) {
        return in(c -> ledger.reverse(c, CLERK, key, transfer, "test", SOURCE));
    }

    public long balance(UUID account) {
        return in(c -> queries.balance(c, CITY, account));
    }

    public static void refused(String code, ThrowingCallable work) {
        Assertions.assertThatThrownBy(work)
                .isInstanceOfSatisfying(Refusal.class, refusal -> Assertions.assertThat(refusal.code()).isEqualTo(code));
    }
}
