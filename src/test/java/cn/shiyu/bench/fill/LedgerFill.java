package cn.shiyu.bench.fill;

import cn.shiyu.moralbank.ledger.Lot;
import cn.shiyu.moralbank.ledger.Seal;
import cn.shiyu.platform.crypto.Sm3;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/**
 * Fills a year of the moral bank's books: everybody is given ten points and spends some of them at a shop, again and again, each transfer
 * with its true seal. Days are left open: the application closes them, as after a year in which nobody ran it.
 */
public final class LedgerFill {

    public static final int SHOPS = 1_000;
    public static final int DAYS = 365;

    private static final String CITY = "jieshou";
    public static final int BUDGETS = 100;
    private static final int GIVEN = 10;
    private static final int VISITS_EACH = 12;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long PEOPLE_IDS = 1L << 32;
    private static final long SHOP_IDS = 2L << 32;
    private static final long BUDGET_IDS = 3L << 32;

    private final String jdbc;
    private final Properties superuser;
    private final CopyRows accounts = new CopyRows("bank_account", "tenant_id, account_id, kind, floor, balance, opened_at");
    private final CopyRows lots = new CopyRows("bank_lot", "tenant_id, lot_id, account_id, budget, expires_on, remaining");
    private final CopyRows transfers = new CopyRows(
            "bank_transfer",
            "tenant_id, transfer_id, kind, key, digest, booked_on, booked_at, booked_by, reason, source_type, source_id, rules, reverses,"
                    + " ends_hold, points, postings, seal");
    private final CopyRows postings = new CopyRows("bank_posting", "tenant_id, transfer_id, place, account_id, lot_id, points, booked_on");
    private final int visits;
    private long made;

    /** @param postings how many, about: four a visit, the same number of visits every day */
    public LedgerFill(String jdbc, Properties superuser, int postings) {
        this.jdbc = jdbc;
        this.superuser = superuser;
        this.visits = Math.max(1, postings / 4 / DAYS);
    }

    /** How many have points, from number 0; each came a dozen times. */
    public static int people(int postings) {
        return Math.max(1, postings / 4 / DAYS * DAYS / VISITS_EACH);
    }

    public static UUID budget(long number) {
        return id(BUDGET_IDS, number);
    }

    private static UUID id(long kind, long number) {
        return new UUID(0xbe0000000000L << 16 | 0x8000, 0x8000000000000000L | kind | number);
    }

    /** @return seconds it took */
    public long fill() {
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(jdbc, superuser); Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            fill(connection);
            statement.execute("insert into bank_budget (tenant_id, account_id, sponsor, name, region, opened_by, opened_at)"
                    + " select tenant_id, account_id, '街道办', account_id, '341282000000', 'bank1', opened_at from bank_account where kind = 'BUDGET'");
            statement.execute("insert into bank_merchant (tenant_id, merchant_id, name, address, region, account_id, made_by, made_at)"
                    + " select tenant_id, account_id, '店铺 ' || account_id, '解放路', '341282001001', account_id, 'bank1', opened_at"
                    + " from bank_account where kind = 'MERCHANT' on conflict do nothing");
            statement.execute("vacuum (freeze, analyze)");
            statement.execute("checkpoint");
        } catch (SQLException e) {
            throw new IllegalStateException("the books could not be filled", e);
        }
        return (System.nanoTime() - start) / 1_000_000_000L;
    }

    private void fill(Connection connection) throws SQLException {
        UUID issue = UUID.nameUUIDFromBytes((CITY + "/ISSUE").getBytes(StandardCharsets.UTF_8));
        LocalDate first = LocalDate.now(ZONE).minusDays(DAYS);
        long funded = (long) visits * DAYS * GIVEN;
        open(issue, first, funded);
        for (int i = 0; i < BUDGETS; i++) {
            move("FUND", first, start(first), issue, null, budget(i), null, funded);
        }
        for (int day = 0; day < DAYS; day++) {
            LocalDate on = first.plusDays(day);
            for (int visit = 0; visit < visits; visit++) {
                visit(on, start(on).plusSeconds(1 + (long) visit * 86_000 / visits), (long) day * visits + visit);
                for (CopyRows rows : List.of(accounts, lots, transfers, postings)) {
                    rows.sendIfFull(connection);
                }
            }
        }
        for (CopyRows rows : List.of(accounts, lots, transfers, postings)) {
            rows.send(connection);
        }
    }

    private void open(UUID issue, LocalDate first, long funded) {
        accounts.add(CITY, issue, "ISSUE", null, 0L, start(first));
        long all = (long) visits * DAYS;
        long people = Math.max(1, all / VISITS_EACH);
        for (int i = 0; i < BUDGETS; i++) {
            long given = all / BUDGETS + (i < all % BUDGETS ? 1 : 0);
            accounts.add(CITY, budget(i), "BUDGET", 0L, funded - given * GIVEN, start(first));
        }
        for (int i = 0; i < SHOPS; i++) {
            accounts.add(CITY, id(SHOP_IDS, i), "MERCHANT", 0L, 0L, start(first));
        }
        for (int i = 0; i < people; i++) {
            accounts.add(CITY, id(PEOPLE_IDS, i), "RESIDENT", null, 0L, start(first));
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** An award and a spending of some of it: the first time one point, then two. */
    private void visit(LocalDate on, Instant at, long number) {
        long people = Math.max(1, (long) visits * DAYS / VISITS_EACH);
        UUID person = id(PEOPLE_IDS, number % people);
        UUID budget = budget(number % BUDGETS);
        long spent = 1 + number / people % GIVEN;
        Lot lot = new Lot(next(at), person, budget, on.plusDays(DAYS), GIVEN - spent);
        lots.add(CITY, lot.id(), person, budget, lot.expires(), lot.remaining());
        move("AWARD", on, at, budget, null, person, lot, GIVEN);
        move("SPEND", on, at, person, lot, id(SHOP_IDS, number * 31 % SHOPS), null, spent);
    }

    private void move(String kind, LocalDate on, Instant at, UUID from, Lot fromLot, UUID to, Lot toLot, long points) {
        UUID id = next(at);
        String key = "bench:" + made;
        byte[] digest = Sm3.digest(key.getBytes(StandardCharsets.UTF_8));
        byte[] seal = Seal.of(CITY, id, kind, key, digest, on, at, "system:bench", "bench", "bench", key, 1, null, null, points)
                .posting(1, from, fromLot, -points)
                .posting(2, to, toLot, points)
                .digest();
        transfers.add(
                CITY, id, kind, key, digest, on, at, "system:bench", "bench", "bench", key, 1, null, null, points, (short) 2, seal);
        postings.add(CITY, id, (short) 1, from, fromLot == null ? null : fromLot.id(), -points, on);
        postings.add(CITY, id, (short) 2, to, toLot == null ? null : toLot.id(), points, on);
    }

    /** In the order of time, as the application makes them. */
    private UUID next(Instant at) {
        long number = ++made;
        return new UUID(at.toEpochMilli() << 16 | 0x7000 | number & 0xfff, 0x8000000000000000L | number);
    }
}
