package cn.shiyu.moralbank.ledger.audit;

import static cn.shiyu.support.Await.await;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.ledger.AccountKind;
import cn.shiyu.moralbank.ledger.Accounts;
import cn.shiyu.moralbank.ledger.Ledger;
import cn.shiyu.moralbank.ledger.LedgerQueries;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.moralbank.ledger.Transfer;
import cn.shiyu.moralbank.ledger.TransferKind;
import cn.shiyu.platform.time.AsOf;
import cn.shiyu.support.Databases;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The books of a city as they came about over some days, a little of everything; made by the ledger itself. */
@ApplicationScoped
public class PastBooks {

    static final TenantId CITY = new TenantId("liaocheng");
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static final Caller CLERK = Caller.system(CITY, "test");
    private static final List<String> TABLES = List.of(
            "bank_day_sum", "bank_balance", "bank_close", "bank_hold", "bank_posting", "bank_transfer", "bank_lot", "bank_reconciled");

    @Inject
    TenantSql sql;

    @Inject
    Ledger ledger;

    @Inject
    Accounts accounts;

    @Inject
    LedgerQueries queries;

    /** Nothing is left but the accounts, which the application remembers. */
    void empty() {
        TABLES.forEach(table -> asSuperuser("delete from " + table + " where tenant_id = 'liaocheng'"));
        asSuperuser("update bank_account set balance = 0 where tenant_id = 'liaocheng' and balance <> 0");
    }

    /** Five days ago until today, with a day on which nothing moved. @return the shop */
    UUID tell() {
        UUID issue = at(5, c -> accounts.only(c, CITY, AccountKind.ISSUE));
        UUID settlement = at(5, c -> accounts.only(c, CITY, AccountKind.SETTLEMENT));
        UUID budget = at(5, c -> accounts.open(c, CITY, AccountKind.BUDGET));
        UUID person = at(5, c -> accounts.open(c, CITY, AccountKind.RESIDENT));
        UUID household = at(5, c -> accounts.open(c, CITY, AccountKind.HOUSEHOLD));
        UUID shop = at(5, c -> accounts.open(c, CITY, AccountKind.MERCHANT));
        move(5, TransferKind.FUND, issue, budget, 1_000, null);
        move(5, TransferKind.AWARD, budget, person, 30, TODAY.minusDays(3));
        move(5, TransferKind.AWARD, budget, household, 10, TODAY.minusDays(3));
        move(5, TransferKind.AWARD, budget, person, 200, TODAY.plusDays(60));
        UUID spent = move(4, TransferKind.SPEND, person, shop, 50, null);
        UUID hold = hold(4, person, shop, 20);
        move(4, TransferKind.POOL, person, household, 25, null);
        UUID captured = at(4, c -> ledger.capture(c, CLERK, key(), hold, 15).map(r -> r.transfer()));
        at(2, c -> ledger.reverse(c, CLERK, key(), spent, "test", source()));
        at(2, c -> ledger.reverse(c, CLERK, key(), captured, "test", source()));
        at(2, c -> queries.lots(c, CITY, household)).stream()
                .filter(lot -> lot.expires().isBefore(TODAY.minusDays(2)))
                .forEach(lot -> at(2, c -> ledger.expire(c, CITY, lot)));
        move(1, TransferKind.SPEND, person, shop, 40, null);
        move(1, TransferKind.SETTLE, shop, settlement, 10, null);
        UUID back = hold(1, person, shop, 5);
        at(1, c -> ledger.release(c, CLERK, key(), back));
        move(0, TransferKind.SPEND, person, shop, 1, null);
        hold(0, person, shop, 2);
        return shop;
    }

    UUID move(int daysAgo, TransferKind kind, UUID from, UUID to, long points, LocalDate expires) {
        Transfer transfer = new Transfer(key(), kind, from, to, points, expires, "test", source(), 0);
        return at(daysAgo, c -> ledger.post(c, CLERK, transfer)).transfer();
    }

    private UUID hold(int daysAgo, UUID from, UUID to, long points) {
        // Not yet over today either: the sweep that runs beside lives in the present.
        Instant until = Instant.now().plusSeconds(86_400);
        return at(daysAgo, c -> ledger.hold(c, CLERK, key(), from, to, points, until, "test", source())).hold();
    }

    /** In a transaction of that day's noon; now, where that is today. */
    <T> T at(int daysAgo, Function<SqlConnection, Uni<T>> work) {
        return await(() -> {
            if (daysAgo > 0) {
                AsOf.set(noon(daysAgo));
            }
            return sql.inTx(CITY, work);
        });
    }

    /** When the day before today may be closed, in the first minutes of a day too. */
    static Instant closingTime() {
        return TODAY.atTime(0, 10).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private static Instant noon(int daysAgo) {
        return TODAY.minusDays(daysAgo).atTime(LocalTime.NOON).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private static String key() {
        return "test:" + UUID.randomUUID();
    }

    private static Source source() {
        return new Source("test", "1");
    }

    /** Past every trigger and policy, as somebody with all rights and bad intentions; each statement changes something. */
    static void asSuperuser(String... statements) {
        try (Connection connection = Databases.asSuperuser(); Statement it = connection.createStatement()) {
            it.execute("set session_replication_role = replica");
            for (String one : statements) {
                it.executeUpdate(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> ask(String query) {
        try (Connection connection = Databases.asSuperuser()) {
            return Databases.column(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    static void keep() {
        asSuperuser("drop schema if exists kept cascade", "create schema kept");
        all().forEach(table -> asSuperuser("create table kept." + table + " as select * from " + table + " where tenant_id = 'liaocheng'"));
    }

    static void restore() {
        all().forEach(table -> asSuperuser(
                "delete from " + table + " where tenant_id = 'liaocheng'", "insert into " + table + " select * from kept." + table));
    }

    static void forget() {
        asSuperuser("drop schema if exists kept cascade");
    }

    private static List<String> all() {
        return Stream.concat(TABLES.stream(), Stream.of("bank_account")).toList();
    }
}
