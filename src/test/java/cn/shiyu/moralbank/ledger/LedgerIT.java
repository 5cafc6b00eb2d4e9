package cn.shiyu.moralbank.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.support.Databases;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the books do, and what nobody can make them do, with SQL by hand neither. */
@QuarkusTest
class LedgerIT {

    private static final TenantId CITY = new TenantId("jieshou");
    private static final Caller CLERK = Caller.system(CITY, "test");
    private static final Source SOURCE = new Source("test", "1");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Inject
    TenantSql sql;

    @Inject
    Ledger ledger;

    @Inject
    Accounts accounts;

    @Inject
    LedgerQueries queries;

    @Inject
    HoldSweep sweep;

    @Inject
    cn.shiyu.tenancy.CityDirectory cities;

    private UUID budget;
    private UUID resident;
    private UUID shop;

    @BeforeEach
    void aFundedBudgetAResidentAndAShop() {
        UUID issue = in(c -> accounts.only(c, CITY, AccountKind.ISSUE));
        budget = in(c -> accounts.open(c, CITY, AccountKind.BUDGET));
        resident = in(c -> accounts.open(c, CITY, AccountKind.RESIDENT));
        shop = in(c -> accounts.open(c, CITY, AccountKind.MERCHANT));
        post(TransferKind.FUND, issue, budget, 1_000, null);
    }

    @Test
    void awardsSpendsAndSettlesToThePoint() {
        post(TransferKind.AWARD, budget, resident, 100, TODAY.plusDays(30));
        post(TransferKind.SPEND, resident, shop, 70, null);
        UUID settlement = in(c -> accounts.only(c, CITY, AccountKind.SETTLEMENT));
        post(TransferKind.SETTLE, shop, settlement, 70, null);
        assertThat(balance(budget)).isEqualTo(900);
        assertThat(balance(resident)).isEqualTo(30);
        assertThat(balance(shop)).isZero();
        assertThat(in(c -> queries.history(c, CITY, resident, null, 1)).items()).extracting(LedgerEntry::points).containsExactly(-70L);
        String next = in(c -> queries.history(c, CITY, resident, null, 1)).next();
        assertThat(in(c -> queries.history(c, CITY, resident, next, 1)).items()).extracting(LedgerEntry::points).containsExactly(100L);
    }

    @Test
    void spendsWhatExpiresFirst() {
        post(TransferKind.AWARD, budget, resident, 50, TODAY.plusDays(90));
        post(TransferKind.AWARD, budget, resident, 50, TODAY.plusDays(10));
        post(TransferKind.SPEND, resident, shop, 60, null);
        assertThat(lots()).extracting(Lot::remaining, Lot::expires)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(40L, TODAY.plusDays(90)));
    }

    @Test
    void refusesWhatIsNotThere() {
        refused("not-enough-points", () -> post(TransferKind.AWARD, budget, resident, 1_001, TODAY));
        post(TransferKind.AWARD, budget, resident, 10, TODAY);
        refused("not-enough-points", () -> post(TransferKind.SPEND, resident, shop, 11, null));
        assertThat(balance(resident)).isEqualTo(10);
    }

    @Test
    void expiredPointsBuyNothingAndAreBookedAsExpiredOnce() {
        post(TransferKind.AWARD, budget, resident, 10, TODAY.minusDays(1));
        refused("not-enough-points", () -> post(TransferKind.SPEND, resident, shop, 1, null));
        Lot lot = lots().get(0);
        assertThat(expire(lot)).isPresent();
        assertThat(expire(lot)).isEmpty();
        assertThat(balance(resident)).isZero();
    }

    @Test
    void aRepeatIsVisibleAndAnotherBodyUnderTheKeyIsAConflict() {
        Transfer once = transfer(TransferKind.AWARD, budget, resident, 10, TODAY);
        Receipt first = in(c -> ledger.post(c, CLERK, once));
        Receipt again = in(c -> ledger.post(c, CLERK, once));
        assertThat(first.replayed()).isFalse();
        assertThat(again).isEqualTo(new Receipt(first.transfer(), true, first.at()));
        assertThat(balance(resident)).isEqualTo(10);
        Transfer other = new Transfer(once.key(), once.kind(), budget, resident, 11, TODAY, "test", SOURCE, 0);
        refused("idempotency-key-reused", () -> in(c -> ledger.post(c, CLERK, other)));
        Transfer all = transfer(TransferKind.SPEND, resident, shop, 10, null);
        in(c -> ledger.post(c, CLERK, all));
        assertThat(in(c -> ledger.post(c, CLERK, all)).replayed()).isTrue();
    }

    @Test
    void reversesOnceAndOnlyWhatIsStillThere() {
        UUID award = post(TransferKind.AWARD, budget, resident, 10, TODAY).transfer();
        UUID spent = post(TransferKind.SPEND, resident, shop, 4, null).transfer();
        refused("not-enough-points", () -> reverse(award));
        reverse(spent);
        refused("reversed-already", () -> reverse(spent));
        UUID reversal = reverse(award).transfer();
        refused("not-reversible", () -> reverse(reversal));
        assertThat(balance(resident)).isZero();
        assertThat(balance(shop)).isZero();
        assertThat(balance(budget)).isEqualTo(1_000);
    }

    @Test
    void holdsCapturesInPartAndGivesTheRestBack() {
        post(TransferKind.AWARD, budget, resident, 10, TODAY.plusDays(1));
        post(TransferKind.AWARD, budget, resident, 10, TODAY.plusDays(2));
        Held held = hold(15, Instant.now().plusSeconds(600));
        assertThat(balance(resident)).isEqualTo(5);
        Receipt captured = in(c -> ledger.capture(c, CLERK, key(), held.hold(), 12));
        assertThat(balance(resident)).isEqualTo(8);
        assertThat(balance(shop)).isEqualTo(12);
        refused("hold-ended", () -> in(c -> ledger.capture(c, CLERK, key(), held.hold(), 12)));
        refused("hold-ended", () -> in(c -> ledger.release(c, CLERK, key(), held.hold())));
        reverse(captured.transfer());
        refused("reversed-already", () -> reverse(captured.transfer()));
        assertThat(balance(resident)).isEqualTo(20);
        assertThat(balance(shop)).isZero();
        assertThat(lots()).extracting(Lot::remaining).containsExactly(10L, 10L);
    }

    @Test
    void whatRunsOutGoesBackByItself() {
        post(TransferKind.AWARD, budget, resident, 10, TODAY);
        Held held = hold(10, Instant.now().minusSeconds(1));
        refused("hold-ended", () -> in(c -> ledger.capture(c, CLERK, key(), held.hold(), 10)));
        sweep.sweep(cities.byId(CITY)).await().atMost(Duration.ofSeconds(20));
        assertThat(balance(resident)).isEqualTo(10);
    }

    @Test
    void aRefundAfterTheLotRanOutComesWithTimeToSpendIt() throws SQLException {
        post(TransferKind.AWARD, budget, resident, 10, TODAY);
        UUID spent = post(TransferKind.SPEND, resident, shop, 10, null).transfer();
        asSuperuser("set local session_replication_role = replica; update bank_lot set expires_on = expires_on - 1 where account_id = '" + resident + "'");
        reverse(spent);
        assertThat(lots()).extracting(Lot::expires).containsExactly(TODAY.plusDays(30));
    }

    @Test
    void aRehearsalAnswersAndLeavesNothing() {
        Transfer it = transfer(TransferKind.AWARD, budget, resident, 10, TODAY);
        Receipt would = ledger.dryRun(CITY, c -> ledger.post(c, CLERK, it)).await().atMost(Duration.ofSeconds(20));
        assertThat(would.replayed()).isFalse();
        assertThat(balance(resident)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update bank_posting set points = points + 1",
                "delete from bank_posting",
                "delete from bank_transfer",
                "truncate bank_posting",
                "update bank_transfer set points = 1",
                "update bank_lot set remaining = remaining + 1",
                "update bank_account set balance = balance + 1 where kind = 'BUDGET'",
                "insert into bank_lot select tenant_id, gen_random_uuid(), account_id, budget, expires_on, 5 from bank_lot limit 1",
                // One point from nowhere: a third line, a transfer of one line, one out of balance, a way that does not exist.
                "insert into bank_posting select tenant_id, transfer_id, place + 2, account_id, lot_id, points, booked_on from bank_posting where lot_id is not null and points > 0 limit 1",
                "with t as (select * from bank_transfer limit 1) insert into bank_transfer select tenant_id, gen_random_uuid(), 'AWARD', 'by-hand', digest, booked_on, booked_at, booked_by, reason, source_type, source_id, 0, null, null, 5, 2, seal from t",
            })
    void theBooksRefuseACarelessHand(String statement) throws SQLException {
        post(TransferKind.AWARD, budget, resident, 10, TODAY);
        try (Connection owner = Databases.asOwner(); Statement it = owner.createStatement()) {
            owner.setAutoCommit(false);
            it.execute("select set_config('app.tenant', 'jieshou', true)");
            assertThatThrownBy(() -> {
                        it.execute(statement);
                        owner.commit();
                    })
                    .isInstanceOf(SQLException.class)
                    .hasMessageNotContaining("syntax");
            owner.rollback();
        }
    }

    @Test
    void theDatabaseKnowsTheSameRoutes() throws SQLException {
        try (Connection owner = Databases.asOwner(); Statement it = owner.createStatement()) {
            for (TransferKind kind : TransferKind.values()) {
                for (AccountKind account : AccountKind.values()) {
                    var row = it.executeQuery("select bank_may('%s', -1, '%s'), bank_may('%s', 1, '%s')".formatted(kind, account, kind, account));
                    row.next();
                    assertThat(List.of(row.getBoolean(1), row.getBoolean(2)))
                            .as(kind + " " + account)
                            .isEqualTo(List.of(kind.mayGive(account), kind.mayReceive(account)));
                }
            }
        }
    }

    @Test
    void anotherCitySeesNoneOfIt() {
        post(TransferKind.AWARD, budget, resident, 10, TODAY);
        TenantId other = new TenantId("liaocheng");
        List<Lot> seen = sql.inTx(other, c -> queries.lots(c, other, resident)).await().atMost(Duration.ofSeconds(20));
        assertThat(seen).isEmpty();
        assertThatThrownBy(() -> sql.inTx(other, c -> queries.balance(c, other, resident)).await().atMost(Duration.ofSeconds(20)))
                .isInstanceOf(RuntimeException.class);
    }

    private Receipt reverse(UUID transfer) {
        return in(c -> ledger.reverse(c, CLERK, key(), transfer, "test", SOURCE));
    }

    private Held hold(long points, Instant until) {
        return in(c -> ledger.hold(c, CLERK, key(), resident, shop, points, until, "test", SOURCE));
    }

    private Receipt post(TransferKind kind, UUID from, UUID to, long points, LocalDate expires) {
        return in(c -> ledger.post(c, CLERK, transfer(kind, from, to, points, expires)));
    }

    private static Transfer transfer(TransferKind kind, UUID from, UUID to, long points, LocalDate expires) {
        return new Transfer(key(), kind, from, to, points, expires, "test", SOURCE, 0);
    }

    private static String key() {
        return "test:" + UUID.randomUUID();
    }

    private long balance(UUID account) {
        return in(c -> queries.balance(c, CITY, account));
    }

    private List<Lot> lots() {
        return in(c -> queries.lots(c, CITY, resident));
    }

    private Optional<Receipt> expire(Lot lot) {
        return in(c -> ledger.expire(c, CITY, lot));
    }

    private <T> T in(Function<SqlConnection, Uni<T>> work) {
        return sql.inTx(CITY, work).await().atMost(Duration.ofSeconds(20));
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static void asSuperuser(String statements) throws SQLException {
        try (Connection owner = Databases.asSuperuser(); Statement it = owner.createStatement()) {
            owner.setAutoCommit(false);
            it.execute("select set_config('app.tenant', 'jieshou', true)");
            for (String one : statements.split(";")) {
                it.execute(one);
            }
            owner.commit();
        }
    }
}
