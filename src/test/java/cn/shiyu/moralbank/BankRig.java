package cn.shiyu.moralbank;

import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.ResidentFlow;
import cn.shiyu.identity.Role;
import cn.shiyu.identity.Surface;
import cn.shiyu.moralbank.award.Awards;
import cn.shiyu.moralbank.award.Earned;
import cn.shiyu.moralbank.award.Granted;
import cn.shiyu.moralbank.budget.BudgetFlow;
import cn.shiyu.moralbank.ledger.LedgerQueries;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.moralbank.member.JoinFlow;
import cn.shiyu.moralbank.member.Member;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Sets a bank up for a test: budgets, members, awards, past the pages. */
@Singleton
public class BankRig {

    public static final TenantId CITY = new TenantId("jieshou");
    public static final Caller SYSTEM = Caller.system(CITY, "test");
    public static final String HOME = "341282001001";
    public static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Inject
    TenantSql sql;

    @Inject
    ResidentFlow residents;

    @Inject
    JoinFlow joining;

    @Inject
    BudgetFlow budgets;

    @Inject
    Awards awards;

    @Inject
    LedgerQueries ledger;

    public static Caller resident(UUID id) {
        return new Caller(CITY, ActorKind.RESIDENT, id.toString(), "居民", Set.of(), Surface.PORTAL);
    }

    public static Caller staff(String login, String unit, Role role) {
        return new Caller(CITY, ActorKind.STAFF, login, login, Set.of(new Post(unit, role)), Surface.CONSOLE);
    }

    public JoinFlow joining() {
        return joining;
    }

    public Member member(String name) {
        UUID somebody = now(residents.ofSubject(CITY, UUID.randomUUID().toString()));
        return now(joining.join(resident(somebody), name, HOME, true));
    }

    /** A budget of its own for the whole city. @param yuan ten points each */
    public UUID budget(String yuan) {
        return budget(yuan, "341282000000");
    }

    public UUID budget(String yuan, String region) {
        UUID budget = now(budgets.open(SYSTEM, "测试资助方", "预算 " + UUID.randomUUID(), region));
        now(budgets.fund(SYSTEM, budget, IdempotencyKey.fresh(), yuan, "测试〔2026〕1号"));
        return budget;
    }

    public Granted grant(Member member, String kind, long quantity, LocalDate day, UUID budget) {
        return in(connection -> awards.grant(connection, SYSTEM, earned(member.resident(), kind, quantity, day, budget)));
    }

    public static Earned earned(UUID resident, String kind, long quantity, LocalDate day, UUID budget) {
        return new Earned(resident, kind, quantity, day, budget, new Source("test", UUID.randomUUID().toString()));
    }

    public long balance(UUID account) {
        return in(connection -> ledger.balance(connection, CITY, account));
    }

    public <T> T in(Function<SqlConnection, Uni<T>> work) {
        return now(sql.inTx(CITY, work));
    }

    public static <T> T now(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(30));
    }
}
