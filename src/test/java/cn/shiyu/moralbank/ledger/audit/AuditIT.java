package cn.shiyu.moralbank.ledger.audit;

import static cn.shiyu.moralbank.ledger.audit.PastBooks.CITY;
import static cn.shiyu.moralbank.ledger.audit.PastBooks.TODAY;
import static cn.shiyu.moralbank.ledger.audit.PastBooks.ask;
import static cn.shiyu.moralbank.ledger.audit.PastBooks.asSuperuser;
import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.moralbank.ledger.AccountKind;
import cn.shiyu.moralbank.ledger.Accounts;
import cn.shiyu.moralbank.ledger.LedgerQueries;
import cn.shiyu.moralbank.ledger.LedgerTotals;
import cn.shiyu.moralbank.ledger.TransferKind;
import cn.shiyu.platform.command.Command;
import cn.shiyu.platform.time.AsOf;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days are closed once and for ever, and whatever is changed by hand afterwards is found and named. */
@QuarkusTest
class AuditIT {

    @Inject
    PastBooks books;

    @Inject
    CloseSweep sweep;

    @Inject
    Reconciliation reconciliation;

    @Inject
    ReconcileCommand command;

    @Inject
    LedgerQueries queries;

    @Inject
    Accounts accounts;

    @Inject
    CityDirectory cities;

    private City city;
    private UUID shop;

    @BeforeEach
    void booksOfFiveDays() {
        city = cities.byId(CITY);
        books.empty();
        shop = books.tell();
    }

    @AfterEach
    void leaveNothing() {
        books.empty();
        PastBooks.forget();
    }

    @Test
    void closesEveryDayThatIsOverOnceAndInOrder() {
        LedgerTotals before = totals();
        assertThat(close()).isEqualTo(5);
        assertThat(close()).isZero();
        assertThat(ask("select closed_on || ' ' || transfers from bank_close where tenant_id = 'liaocheng' order by 1"))
                .containsExactly(day(5, 4), day(4, 5), day(3, 0), day(2, 3), day(1, 4));
        assertThat(ask("select distinct digest from bank_close where tenant_id = 'liaocheng'")).hasSize(5);
        assertThat(totals()).isEqualTo(before);
        assertThat(reconcile().difference()).isNull();
    }

    @Test
    void twoInstancesCloseADayOnce() {
        await(() -> {
            AsOf.set(PastBooks.closingTime());
            return Uni.join().all(sweep.sweep(city), sweep.sweep(city), sweep.sweep(city)).andFailFast();
        });
        assertThat(ask("select count(*) from bank_close where tenant_id = 'liaocheng'")).containsExactly("5");
        assertThat(reconcile().difference()).isNull();
    }

    @Test
    void booksNothingOnAClosedDay() {
        UUID issue = books.at(0, c -> accounts.only(c, CITY, AccountKind.ISSUE));
        UUID budget = books.at(0, c -> accounts.open(c, CITY, AccountKind.BUDGET));
        close();
        assertThatThrownBy(() -> books.move(1, TransferKind.FUND, issue, budget, 1, null)).hasMessageContaining("closed");
        books.move(0, TransferKind.FUND, issue, budget, 1, null);
        assertThat(reconcile().difference()).isNull();
    }

    @Test
    void aShopsBalanceIsTheSameFromSnapshotsAndFromPostings() {
        String before = ask("select bank_balance_of('liaocheng', '" + shop + "')").get(0);
        close();
        assertThat(ask("select bank_balance_of('liaocheng', '" + shop + "')").get(0)).isEqualTo(before);
        assertThat(ask("select count(*) from bank_balance where tenant_id = 'liaocheng' and account_id = '" + shop + "'").get(0)).isEqualTo("3");
    }

    @Test
    void reconcilesFromADayOn() {
        close();
        assertThat(reconcile().postings()).isEqualTo(Long.parseLong(
                ask("select count(*) from bank_posting where tenant_id = 'liaocheng'").get(0)));
        AuditReport later = await(() -> reconciliation.run(city, Optional.of(TODAY.minusDays(1)), words -> {}));
        assertThat(later.difference()).isNull();
        assertThat(later.transfers()).isEqualTo(6);
        assertThat(await(() -> reconciliation.run(city, Optional.of(TODAY.minusDays(3)), words -> {})).difference()).isNull();
    }

    @Test
    void theCommandTellsHowFarItIsAndRemembersWhatItFound() {
        close();
        Command.Outcome whole = await(() -> command.run(CITY));
        assertThat(whole.good()).isTrue();
        assertThat(whole.words()).contains("liaocheng", "18", "全部相符");
        asSuperuser("update bank_transfer set reason = 'other' where tenant_id = 'liaocheng' and kind = 'SETTLE'");
        Command.Outcome broken = await(() -> command.run(CITY));
        assertThat(broken.good()).isFalse();
        assertThat(broken.words()).contains("封签");
        assertThat(ask("select difference from bank_reconciled where tenant_id = 'liaocheng' order by run_id"))
                .hasSize(2).first().isNull();
        List<String> told = new ArrayList<>();
        await(() -> reconciliation.run(city, Optional.empty(), told::add));
        assertThat(told).isNotEmpty();
    }

    @Test
    void anotherCitysBooksAreNotLookedAt() {
        close();
        UUID elsewhere = UUID.randomUUID();
        asSuperuser("insert into bank_posting values ('jieshou', '" + elsewhere + "', 1, '" + elsewhere + "', null, 5, current_date)");
        assertThat(reconcile().difference()).isNull();
        AuditReport there = await(() -> reconciliation.run(cities.byId(new TenantId("jieshou")), Optional.empty(), words -> {}));
        asSuperuser("delete from bank_posting where transfer_id = '" + elsewhere + "'");
        assertThat(there.isWhole()).isFalse();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            seal       => update bank_transfer set reason = 'other' where kind = 'SETTLE'
            seal       => update bank_transfer set booked_by = 'staff:other' where kind = 'FUND'
            seal       => update bank_transfer set key = key || 'x' where kind = 'FUND'
            seal       => update bank_transfer set digest = 'x' where kind = 'FUND'
            seal       => update bank_lot set expires_on = expires_on + 365 where lot_id = (select max(lot_id::text)::uuid from bank_lot where tenant_id = 'liaocheng')
            seal       => update bank_posting set points = points * 2 where transfer_id = (select transfer_id from bank_transfer where tenant_id = 'liaocheng' and kind = 'SETTLE'); update bank_transfer set points = points * 2 where kind = 'SETTLE'
            seal       => update bank_posting p set account_id = (select account_id from bank_account a where a.tenant_id = 'liaocheng' and a.kind = 'MERCHANT' and a.account_id <> p.account_id limit 1) where points > 0 and transfer_id = (select transfer_id from bank_transfer where tenant_id = 'liaocheng' and kind = 'SPEND' order by transfer_id limit 1)
            balance    => update bank_posting set points = points + 1 where points > 0 and transfer_id = (select transfer_id from bank_transfer where tenant_id = 'liaocheng' and kind = 'SETTLE')
            points     => update bank_transfer set points = points + 1 where kind = 'POOL'
            postings   => delete from bank_posting where place = 2 and transfer_id = (select transfer_id from bank_transfer where tenant_id = 'liaocheng' and kind = 'SETTLE')
            day        => update bank_transfer set booked_on = booked_on - 1 where kind = 'SETTLE'
            day        => update bank_posting set booked_on = booked_on - 1 where transfer_id = (select transfer_id from bank_transfer where tenant_id = 'liaocheng' and kind = 'SETTLE')
            lost       => update bank_posting set account_id = gen_random_uuid() where transfer_id = (select transfer_id from bank_transfer where tenant_id = 'liaocheng' and kind = 'SETTLE')
            lost       => update bank_posting set lot_id = null where place = 2 and transfer_id = (select min(transfer_id::text)::uuid from bank_transfer where tenant_id = 'liaocheng' and kind = 'AWARD')
            route      => update bank_account set kind = 'MERCHANT' where account_id = (select account_id from bank_posting where points > 0 and transfer_id = (select transfer_id from bank_transfer where tenant_id = 'liaocheng' and kind = 'FUND'))
            orphan     => insert into bank_posting values ('liaocheng', gen_random_uuid(), 1, gen_random_uuid(), null, 5, current_date)
            dayFigures => delete from bank_posting where transfer_id = (select transfer_id from bank_transfer where tenant_id = 'liaocheng' and kind = 'SETTLE'); delete from bank_transfer where kind = 'SETTLE'
            daySums    => update bank_day_sum set points = points + 1 where kind = 'SETTLE'
            daySums    => delete from bank_day_sum where kind = 'EXPIRE'
            dayFigures => update bank_close set points = points + 1 where closed_on = (select min(closed_on) + 1 from bank_close where tenant_id = 'liaocheng')
            dayDigest  => update bank_close set digest = 'x' where closed_on = (select min(closed_on) + 1 from bank_close where tenant_id = 'liaocheng')
            unclosed   => delete from bank_close where transfers = 0
            lot        => update bank_lot set remaining = remaining + 1 where remaining > 0
            budget     => update bank_account set balance = balance + 1 where kind = 'BUDGET'
            snapshot   => update bank_balance set balance = balance + 1 where closed_on = (select max(closed_on) from bank_close where tenant_id = 'liaocheng')
            snapshot   => insert into bank_balance select tenant_id, gen_random_uuid(), closed_on, 7 from bank_close where tenant_id = 'liaocheng' limit 1
            hold       => update bank_hold set state = 'VOIDED', captured = 0, ended_at = now() where state = 'PENDING'
            hold       => delete from bank_hold where state = 'VOIDED'
            hold       => update bank_hold set captured = captured - 1 where state = 'POSTED'
            """)
    void namesWhatWasChangedByHand(String what, String plant) {
        close();
        assertThat(reconcile().difference()).isNull();
        PastBooks.keep();
        for (String one : plant.split("; ")) {
            boolean inserts = one.startsWith("insert");
            asSuperuser(inserts ? one : one + (one.contains(" where ") ? " and" : " where") + " tenant_id = 'liaocheng'");
        }
        AuditReport found = reconcile();
        PastBooks.restore();
        assertThat(found.difference()).isNotNull();
        assertThat(found.difference().what()).as(found.toString()).isEqualTo(what);
        assertThat(found.toString()).contains(found.difference().subject());
        assertThat(reconcile().difference()).isNull();
    }

    private static String day(int ago, int transfers) {
        return TODAY.minusDays(ago) + " " + transfers;
    }

    private long close() {
        return await(() -> {
            AsOf.set(PastBooks.closingTime());
            return sweep.sweep(city);
        });
    }

    private AuditReport reconcile() {
        return await(() -> reconciliation.run(city, Optional.empty(), words -> {}));
    }

    private LedgerTotals totals() {
        return books.at(0, c -> queries.totals(c, CITY));
    }
}
