package cn.shiyu.moralbank.member;

import static cn.shiyu.moralbank.BankRig.CITY;
import static cn.shiyu.moralbank.BankRig.TODAY;
import static cn.shiyu.moralbank.BankRig.now;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.moralbank.BankRig;
import cn.shiyu.moralbank.award.ExpirySweep;
import cn.shiyu.moralbank.ledger.AccountKind;
import cn.shiyu.moralbank.ledger.Accounts;
import cn.shiyu.moralbank.ledger.Ledger;
import cn.shiyu.moralbank.ledger.LedgerQueries;
import cn.shiyu.moralbank.ledger.LedgerTotals;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.moralbank.ledger.Transfer;
import cn.shiyu.moralbank.ledger.TransferKind;
import cn.shiyu.notify.Notices;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.support.Databases;
import cn.shiyu.tenancy.CityDirectory;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is left of somebody who leaves, and of points that nobody spends: whole books, and no trace. */
@QuarkusTest
class LeaveIT {

    private static final Source SOURCE = new Source("test", "1");

    @Inject
    BankRig bank;

    @Inject
    LeaveFlow leaving;

    @Inject
    Ledger ledger;

    @Inject
    Accounts accounts;

    @Inject
    LedgerQueries books;

    @Inject
    Notices notices;

    @Inject
    ExpirySweep expiry;

    @Inject
    CityDirectory cities;

    @Test
    void leavingForfeitsWhatIsLeftAndLeavesNoTrace() throws SQLException {
        UUID budget = bank.budget("100");
        Member member = bank.member("不留痕");
        bank.grant(member, "deed.help", 1, TODAY, budget);
        UUID shop = bank.in(connection -> accounts.open(connection, CITY, AccountKind.MERCHANT));
        bank.in(connection -> ledger.hold(
                connection, BankRig.SYSTEM, "hold:" + member.account(), member.account(), shop, 5, Instant.now().plusSeconds(600), "test",
                SOURCE));
        bank.in(connection -> notices.tell(
                        Statements.on(connection), CITY, member.resident(), "您得到 20 积分", "/bank/deeds", Instant.now())
                .replaceWith(1));
        LedgerTotals before = totals();
        assertThat(tablesNaming(member.resident())).contains("bank_member", "notice");

        now(leaving.leave(BankRig.resident(member.resident())));

        assertThat(tablesNaming(member.resident())).isEmpty();
        assertThat(bank.balance(member.account())).isZero();
        LedgerTotals after = totals();
        assertThat(after.issued()).isEqualTo(before.issued());
        assertThat(after.expired()).isEqualTo(before.expired() + 20);
        assertThat(after.held()).isEqualTo(before.held() - 5);
        assertThat(after.outstanding()).isEqualTo(before.outstanding() - 15);
    }

    private LedgerTotals totals() {
        return bank.in(connection -> books.totals(connection, CITY));
    }

    /** Every table of the database in which the id stands anywhere; the resident's own record is none of the bank's. */
    private static List<String> tablesNaming(UUID resident) throws SQLException {
        List<String> named = new ArrayList<>();
        try (Connection database = Databases.asSuperuser(); Statement statement = database.createStatement()) {
            List<String> tables = Databases.column(database, "select relname from pg_class where relkind = 'r' and relname <> 'resident' and relnamespace = 'public'::regnamespace and ?::text is not null", "x");
            for (String table : tables) {
                try (ResultSet found = statement.executeQuery(
                        "select 1 from " + table + " t where t::text like '%" + resident + "%' limit 1")) {
                    if (found.next()) {
                        named.add(table);
                    }
                }
            }
        }
        return named;
    }

    @Test
    void whoComesAgainBeginsWithANewAccount() {
        UUID budget = bank.budget("100");
        Member member = bank.member("再来");
        bank.grant(member, "deed.help", 1, TODAY, budget);
        now(leaving.leave(BankRig.resident(member.resident())));
        Member again = now(bank.joining().join(BankRig.resident(member.resident()), "再来", BankRig.HOME, true));
        assertThat(again.account()).isNotEqualTo(member.account());
        assertThat(bank.balance(again.account())).isZero();
    }

    @Test
    void whatNobodySpendsExpiresOnceAndIsAnnouncedOnce() throws SQLException {
        UUID budget = bank.budget("100");
        Member member = bank.member("到期");
        award(budget, member, 3, TODAY.minusDays(1));
        award(budget, member, 4, TODAY);
        award(budget, member, 5, TODAY.plusDays(20));
        award(budget, member, 6, TODAY.plusDays(200));
        now(expiry.sweep(cities.byId(CITY)));
        now(expiry.sweep(cities.byId(CITY)));
        assertThat(bank.balance(member.account())).isEqualTo(15);
        try (Connection database = Databases.asSuperuser()) {
            assertThat(Databases.column(database, "select words from notice where resident_id = ?::uuid", member.resident().toString()))
                    .singleElement().asString().contains("9 积分快到期", TODAY.toString());
        }
    }

    private void award(UUID budget, Member member, long points, LocalDate expires) {
        bank.in(connection -> ledger.post(connection, BankRig.SYSTEM, new Transfer(
                "test:" + UUID.randomUUID(), TransferKind.AWARD, budget, member.account(), points, expires, "test", SOURCE, 0)));
    }
}
