package cn.shiyu.moralbank.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.BankRig;
import cn.shiyu.moralbank.budget.BudgetFlow;
import cn.shiyu.moralbank.ledger.AccountKind;
import cn.shiyu.moralbank.ledger.Accounts;
import cn.shiyu.moralbank.ledger.Held;
import cn.shiyu.moralbank.ledger.Ledger;
import cn.shiyu.moralbank.ledger.LedgerQueries;
import cn.shiyu.moralbank.ledger.Receipt;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.moralbank.ledger.Transfer;
import cn.shiyu.moralbank.ledger.TransferKind;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.support.Databases;
import cn.shiyu.support.Papers;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A merchant's months: made once, to the point, and never again otherwise. */
@QuarkusTest
class SettlementIT {

    private static final TenantId CITY = new TenantId("liaocheng");
    private static final Caller CLERK = Caller.system(CITY, "test");
    private static final Source SOURCE = new Source("test", "1");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final YearMonth LAST = YearMonth.from(TODAY).minusMonths(1);

    @Inject
    TenantSql sql;

    @Inject
    Ledger ledger;

    @Inject
    LedgerQueries queries;

    @Inject
    Accounts accounts;

    @Inject
    BudgetFlow budgets;

    @Inject
    SettleFlow flow;

    @Inject
    SettlementSweep sweep;

    @Inject
    CityDirectory cities;

    private City city;
    private UUID resident;
    private UUID shop;

    @BeforeEach
    void aResidentWithPointsOfTwoSponsorsAndAShop() {
        city = cities.byId(CITY);
        resident = in(c -> accounts.open(c, CITY, AccountKind.RESIDENT));
        shop = in(c -> accounts.open(c, CITY, AccountKind.MERCHANT, -1_000));
        award(budget("甲基金"), 60, TODAY.plusDays(10));
        award(budget("乙基金"), 60, TODAY.plusDays(20));
    }

    @Test
    void agreesWithTheBooksToThePoint() throws Exception {
        Receipt first = pays(50);
        Receipt second = pays(40);
        Receipt partly = paysPartOf(20, 5);
        back(second);
        lastMonth();
        cn.shiyu.moralbank.settlement.Statement it = settle();
        assertThat(List.of(it.opening(), it.taken(), it.refunded(), it.due(), it.fen())).containsExactly(0L, 95L, 40L, 55L, 55L * it.fenPerPoint());
        assertThat(it.lines()).isEqualTo(4);
        assertThat(balance(shop)).isZero();
        List<StatementShare> shares = in(c -> StatementRows.shares(cn.shiyu.platform.sql.Statements.on(c), CITY, it.id()));
        assertThat(shares.stream().mapToLong(StatementShare::points).sum()).isEqualTo(55);
        assertThat(first.transfer()).isNotEqualTo(partly.transfer());
        paper(it, shares);
    }

    private void paper(cn.shiyu.moralbank.settlement.Statement it, List<StatementShare> shares) throws IOException {
        List<StatementLine> lines = in(c -> StatementRows.lines(cn.shiyu.platform.sql.Statements.on(c), CITY, shop, LAST));
        StatementView view = new StatementView(city.name(), "老街面馆", it, lines, shares, true);
        byte[] pdf = StatementPaper.of(view);
        String text = Papers.text(pdf);
        assertThat(text).contains("老街面馆", LAST.toString(), "应付金额", it.yuan(), "甲基金");
        java.nio.file.Files.write(java.nio.file.Path.of("target/statement.pdf"), pdf);
        byte[] sheet = StatementSheet.of(view);
        assertThat(sheet).startsWith('P', 'K');
        java.nio.file.Files.write(java.nio.file.Path.of("target/statement.xlsx"), sheet);
    }

    @Test
    void isMadeOnceHoweverManyAskAtOnce() throws SQLException {
        pays(30);
        lastMonth();
        List<UUID> made = Stream.generate(() -> CompletableFuture.supplyAsync(() -> settle().id()))
                .limit(8)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .distinct()
                .toList();
        assertThat(made).hasSize(1);
        assertThat(balance(shop)).isZero();
        BankRig.now(sweep.sweep(city));
        assertThat(balance(shop)).isZero();
    }

    @Test
    void carriesOnWhatRefundsTookBeyondWhatWasTaken() throws SQLException {
        Receipt paid = pays(30);
        lastMonth();
        assertThat(settle().due()).isEqualTo(30);
        back(paid);
        assertThat(balance(shop)).isEqualTo(-30);
        asSuperuser(
                "update bank_transfer set key = key || ':before' where key = 'settle:" + shop + ":" + LAST + "'",
                "update bank_statement set month = month - interval '1 month' where account_id = '" + shop + "'",
                "update bank_transfer t set booked_on = t.booked_on - 31 from bank_posting p where p.transfer_id = t.transfer_id and p.account_id = '" + shop + "' and t.kind = 'CAPTURE'",
                "update bank_posting set booked_on = booked_on - 31 where account_id = '" + shop + "' and points > 0");
        lastMonth();
        pays(50);
        lastMonth();
        cn.shiyu.moralbank.settlement.Statement next = settle();
        assertThat(List.of(next.opening(), next.taken(), next.refunded(), next.due())).containsExactly(0L, 50L, 30L, 20L);
        assertThat(balance(shop)).isZero();
    }

    @Test
    void refusesAMonthThatIsNotClosed() {
        assertThatThrownBy(() -> BankRig.now(flow.settle(city, CLERK, shop, YearMonth.from(TODAY).plusMonths(1))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("month-not-closed"));
    }

    @Test
    void cannotBeChangedByHand() throws SQLException {
        pays(30);
        lastMonth();
        UUID id = settle().id();
        try (Connection owner = Databases.asOwner(); Statement it = owner.createStatement()) {
            owner.setAutoCommit(false);
            it.execute("select set_config('app.tenant', 'liaocheng', true)");
            assertThatThrownBy(() -> it.execute("update bank_statement set made_at = now() where statement_id = '" + id + "'"))
                    .hasMessageContaining("only appended to");
        }
    }

    private cn.shiyu.moralbank.settlement.Statement settle() {
        return BankRig.now(flow.settle(city, CLERK, shop, LAST));
    }

    private UUID budget(String name) {
        UUID budget = BankRig.now(budgets.open(CLERK, "测试资助方", name + " " + UUID.randomUUID(), "371500000000"));
        BankRig.now(budgets.fund(CLERK, budget, IdempotencyKey.fresh(), "100", "测试〔2026〕1号"));
        return budget;
    }

    private void award(UUID budget, long points, LocalDate expires) {
        in(c -> ledger.post(c, CLERK, new Transfer(key(), TransferKind.AWARD, budget, resident, points, expires, "test", SOURCE, 0)));
    }

    private Receipt pays(long points) {
        return paysPartOf(points, points);
    }

    private Receipt paysPartOf(long held, long captured) {
        Held hold = in(c -> ledger.hold(c, CLERK, key(), resident, shop, held, Instant.now().plusSeconds(600), "test", SOURCE));
        return in(c -> ledger.capture(c, CLERK, key(), hold.hold(), captured));
    }

    private void back(Receipt paid) {
        in(c -> ledger.reverse(c, CLERK, key(), paid.transfer(), "test", SOURCE));
    }

    /** As if all of the shop had been booked last month, and the month were closed since. */
    private void lastMonth() throws SQLException {
        String moved = " set booked_on = date '" + LAST.atDay(15) + "'";
        String since = " and booked_on >= date '" + YearMonth.from(TODAY).atDay(1) + "'";
        asSuperuser(
                "create temporary table moved on commit drop as select transfer_id from bank_posting join bank_transfer using (tenant_id, transfer_id)"
                        + " where account_id = '" + shop + "' and kind <> 'SETTLE' and bank_posting.booked_on >= date '" + YearMonth.from(TODAY).atDay(1) + "'",
                "update bank_transfer" + moved + " where transfer_id in (select transfer_id from moved)" + since,
                "update bank_posting" + moved + " where transfer_id in (select transfer_id from moved)" + since,
                "insert into bank_close (tenant_id, closed_on, transfers, postings, points, digest, closed_at) values ('liaocheng', date '"
                        + LAST.atEndOfMonth() + "', 0, 0, 0, '\\x00', now()) on conflict do nothing");
    }

    private static void asSuperuser(String... statements) throws SQLException {
        try (Connection superuser = Databases.asSuperuser(); Statement it = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            it.execute("set local session_replication_role = replica");
            for (String one : statements) {
                it.execute(one);
            }
            superuser.commit();
        }
    }

    private static String key() {
        return "test:" + UUID.randomUUID();
    }

    private long balance(UUID account) {
        return in(c -> queries.balance(c, CITY, account));
    }

    private <T> T in(Function<SqlConnection, Uni<T>> work) {
        return BankRig.now(sql.inTx(CITY, work));
    }
}
