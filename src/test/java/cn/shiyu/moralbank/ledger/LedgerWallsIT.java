package cn.shiyu.moralbank.ledger;

import static cn.shiyu.moralbank.ledger.Counter.CITY;
import static cn.shiyu.moralbank.ledger.Counter.CLERK;
import static cn.shiyu.moralbank.ledger.Counter.key;
import static cn.shiyu.moralbank.ledger.Counter.refused;
import static cn.shiyu.moralbank.ledger.Counter.today;
import static cn.shiyu.moralbank.ledger.Counter.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.support.Databases;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody gets past: keys used twice, two at once, and SQL by hand that leaves the books in order only at first sight. */
@QuarkusTest
class LedgerWallsIT {

    @Inject
    Counter counter;

    @Inject
    TenantSql sql;

    @Inject
    Ledger ledger;

    private UUID budget;
    private UUID resident;
    private UUID shop;

    @BeforeEach
    void aResidentWithPoints() {
        budget = counter.budget(1_000);
        resident = counter.open(AccountKind.RESIDENT);
        shop = counter.open(AccountKind.MERCHANT);
        counter.award(budget, resident, 30, today());
    }

    @Test
    void aKeyStandsForOneHoldAndNoOther() {
        Held one = counter.hold(key(), resident, shop, 5);
        Held two = counter.hold(key(), resident, shop, 5);
        Held three = counter.hold(key(), resident, shop, 5);
        String key = key();
        counter.release(key, one.hold());
        assertThat(counter.release(key, one.hold()).replayed()).isTrue();
        refused("idempotency-key-reused", () -> counter.release(key, two.hold()));
        String other = key();
        counter.capture(other, two.hold(), 5);
        assertThat(counter.capture(other, two.hold(), 5).replayed()).isTrue();
        refused("idempotency-key-reused", () -> counter.capture(other, three.hold(), 5));
        assertThat(counter.balance(resident)).isEqualTo(20);
        assertThat(counter.balance(shop)).isEqualTo(5);
    }

    @Test
    void aHoldForAnotherShopIsAnotherRequest() {
        String key = key();
        UUID other = counter.open(AccountKind.MERCHANT);
        counter.hold(key, resident, shop, 5);
        refused("idempotency-key-reused", () -> counter.hold(key, resident, other, 5));
        assertThatThrownBy(() -> counter.hold(key(), resident, budget, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobodyHandsPointsToSomebodyElse() {
        UUID other = counter.open(AccountKind.RESIDENT);
        assertThatThrownBy(() -> counter.post(TransferKind.POOL, resident, other, 5)).isInstanceOf(IllegalArgumentException.class);
        UUID household = counter.open(AccountKind.HOUSEHOLD);
        counter.post(TransferKind.POOL, resident, household, 5);
        counter.post(TransferKind.POOL, household, other, 5);
        assertThat(counter.balance(other)).isEqualTo(5);
    }

    @Test
    void anAccountOpenedInVainIsOpenedAgain() {
        TenantId nowhere = new TenantId("nowhere");
        Accounts accounts = new Accounts();
        accounts.clock = Clock.systemUTC();
        ledger.dryRun(nowhere, c -> accounts.only(c, nowhere, AccountKind.HELD).chain(() -> accounts.only(c, nowhere, AccountKind.HELD)))
                .await()
                .atMost(Duration.ofSeconds(20));
        UUID held = sql.inTx(nowhere, c -> accounts.only(c, nowhere, AccountKind.HELD)).await().atMost(Duration.ofSeconds(20));
        assertThat(sql.inTx(nowhere, c -> Books.kind(cn.shiyu.platform.sql.Statements.on(c), nowhere, held))
                        .await()
                        .atMost(Duration.ofSeconds(20)))
                .isEqualTo(AccountKind.HELD);
    }

    @Test
    void whoSpendsWhileAnAwardIsTakenBackSpendsTheRest() throws Exception {
        UUID account = counter.open(AccountKind.RESIDENT);
        UUID award = counter.award(budget, account, 10, today()).transfer();
        counter.award(budget, account, 10, today().plusDays(9));
        CompletableFuture<Receipt> spending = new CompletableFuture<>();
        counter.in(c -> ledger.reverse(c, CLERK, key(), award, "test", Counter.SOURCE).invoke(() -> {
            sql.inTx(CITY, other -> ledger.post(other, CLERK, transfer(TransferKind.SPEND, account, shop, 10, null)))
                    .subscribe()
                    .with(spending::complete, spending::completeExceptionally);
        }).onItem().delayIt().by(Duration.ofMillis(500)));
        assertThat(spending.get().replayed()).isFalse();
        assertThat(counter.balance(account)).isZero();
    }

    @Test
    void aHoldIsNotEndedByHand() {
        UUID hold = counter.hold(key(), resident, shop, 5).hold();
        byHand("bank_transfer_answers", "update bank_hold set state = 'VOIDED', ended_at = now() where hold_id = '" + hold + "'");
        byHand("bank_transfer_answers", "update bank_hold set state = 'POSTED', captured = 5, ended_at = now() where hold_id = '" + hold + "'");
    }

    @Test
    void pointsOfAHoldGoToWhomTheyWereMeantForOrBackToTheirLots() {
        UUID hold = counter.hold(key(), resident, shop, 5).hold();
        UUID thief = counter.open(AccountKind.MERCHANT);
        String end = "; update bank_hold set state = '%s', captured = %d, ended_at = now() where hold_id = '" + hold + "'";
        byHand("bank_transfer_answers", move("CAPTURE", counter.only(AccountKind.HELD), thief, null, 5, null, hold) + end.formatted("POSTED", 5));
        UUID other = counter.open(AccountKind.RESIDENT);
        counter.award(budget, other, 1, today());
        byHand("bank_transfer_answers", move("RELEASE", counter.only(AccountKind.HELD), other, lot(other), 5, null, hold) + end.formatted("VOIDED", 0));
    }

    @Test
    void aRefundGoesToWhoPaid() {
        UUID hold = counter.hold(key(), resident, shop, 5).hold();
        UUID captured = counter.capture(key(), hold, 5).transfer();
        UUID other = counter.open(AccountKind.RESIDENT);
        counter.award(budget, other, 1, today());
        byHand("bank_transfer_answers", move("REFUND", shop, other, lot(other), 5, captured, null));
    }

    @Test
    void aLotSaysWhoPaidForIt() {
        byHand("bank_transfer_answers", move("AWARD", counter.budget(9), resident, lot(resident), 5, null, null));
    }

    @Test
    void aPostingHasAPlaceInItsTransferAndNoMore() {
        UUID award = counter.award(budget, resident, 3, today()).transfer();
        for (String points : new String[] {"1", "-1"}) {
            byHand("bank_posting_place", ("insert into bank_posting select tenant_id, transfer_id, 3, account_id, lot_id, " + points
                    + ", booked_on from bank_posting where transfer_id = '%s' and lot_id is not null").formatted(award));
        }
    }

    @Test
    void budgetsPayWhatSponsorsPutInAndNoMore() {
        byHand("bank_account_floor", "insert into bank_account values ('jieshou', gen_random_uuid(), 'BUDGET', -1000, 0, now())");
        byHand("bank_account_floor", "insert into bank_account values ('jieshou', gen_random_uuid(), 'MERCHANT', 5, 0, now())");
        byHand("bank_account_floor", "insert into bank_account values ('jieshou', gen_random_uuid(), 'RESIDENT', -5, 0, now())");
    }

    @Test
    void daysAreNotClosedInAdvanceAndSnapshotsDoNotComeLater() {
        byHand("bank_close_in_order", "insert into bank_close values ('jieshou', '9999-01-01', 0, 0, 0, '', now())");
        byHand("bank_day_closed", "insert into bank_balance values ('jieshou', '" + shop + "', current_date - 1, 500)");
        byHand("bank_day_closed", "insert into bank_day_sum values ('jieshou', current_date - 1, 'AWARD', '', 1, 500)");
    }

    @Test
    void aSnapshotForAWholeTransactionCannotHideWhatOthersBook() throws SQLException {
        try (Connection app = Databases.asApplicationIn("jieshou"); Statement it = app.createStatement()) {
            app.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            assertThatThrownBy(() -> it.execute(move("SETTLE", shop, counter.only(AccountKind.SETTLEMENT), null, 1, null, null)))
                    .hasMessageContaining("read committed");
        }
    }

    private String lot(UUID account) {
        return "(select lot_id from bank_lot where account_id = '" + account + "' limit 1)";
    }

    /** A transfer of two postings in plain SQL, in balance, its seal left out. */
    private static String move(String kind, UUID from, UUID to, String lot, long points, UUID reverses, UUID endsHold) {
        UUID id = UUID.randomUUID();
        String posting = "insert into bank_posting values ('jieshou', '" + id + "', %d, '%s', %s, %d, '" + today() + "')";
        return ("insert into bank_transfer values ('jieshou', '%s', '%s', '%s', '', '%s', now(), 'hand', 'hand', 'hand', '1', 0, %s, %s, %d, 2, '')")
                        .formatted(id, kind, id, today(), quoted(reverses), quoted(endsHold), points)
                + "; " + posting.formatted(1, from, "null", -points) + "; " + posting.formatted(2, to, lot, points);
    }

    private static String quoted(UUID id) {
        return id == null ? "null" : "'" + id + "'";
    }

    private static void byHand(String constraint, String statements) {
        assertThatThrownBy(() -> {
                    try (Connection app = Databases.asApplicationIn("jieshou"); Statement it = app.createStatement()) {
                        app.setAutoCommit(false);
                        for (String one : statements.split("; ")) {
                            it.execute(one);
                        }
                        app.commit();
                    }
                })
                .isInstanceOfSatisfying(org.postgresql.util.PSQLException.class, refused -> assertThat(
                                refused.getServerErrorMessage().getConstraint())
                        .as(refused.getMessage())
                        .isEqualTo(constraint));
    }
}
