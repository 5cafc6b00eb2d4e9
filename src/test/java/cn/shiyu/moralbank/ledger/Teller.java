package cn.shiyu.moralbank.ledger;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * The ledger alone in a process of its own, to be killed: pays from people to shops over many connections and tells each payment that was
 * acknowledged, in a line with its key, its transfer and whether it is a repeat.
 */
public final class Teller {

    private static final TenantId CITY = new TenantId("jieshou");
    private static final Caller BY = Caller.system(CITY, "teller");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int AT_ONCE = 16;
    private static final int PEOPLE = 20;
    /** Three lots of these for everybody, so that most payments have three postings or more. */
    private static final int LOT = 400;

    private final Pool pool;
    private final Accounts accounts = new Accounts();
    private final Ledger ledger = new Ledger();
    private boolean insists;

    private Teller(String url, String password) {
        pool = PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(url).setUser("shiyu_app").setPassword(password).setCachePreparedStatements(true))
                .with(new PoolOptions().setMaxSize(AT_ONCE))
                .using(Vertx.vertx())
                .build();
        accounts.clock = Clock.systemUTC();
        ledger.bookkeeper = new Bookkeeper() {
            @Override
            LocalDate day(TenantId tenant, Instant at) {
                return at.atZone(ZONE).toLocalDate();
            }
        };
        ledger.bookkeeper.accounts = accounts;
        ledger.bookkeeper.clock = accounts.clock;
    }

    /**
     * {@code open url password account…}: a shop's account and people's with points, those told and new ones, told in a line; {@code pay url password mark count account…}: each payment once, heard or
     * not; {@code insist …}: each until it is acknowledged, as a till does when the database comes back.
     */
    public static void main(String... told) {
        int exit = 1;
        try {
            act(told);
            exit = 0;
        } catch (Throwable cause) {
            cause.printStackTrace();
        } finally {
            // Its connections' threads would keep it alive, and whoever reads its lines waiting.
            Runtime.getRuntime().halt(exit);
        }
    }

    private static void act(String... told) throws InterruptedException {
        Teller teller = new Teller(told[1], told[2]);
        if (told[0].equals("open")) {
            teller.open(accounts(told, 3));
        } else {
            teller.insists = told[0].equals("insist");
            teller.pay(told[3], Integer.parseInt(told[4]), accounts(told, 5));
        }
    }

    private static List<UUID> accounts(String[] told, int from) {
        return List.of(told).subList(from, told.length).stream().map(UUID::fromString).toList();
    }

    private void open(List<UUID> people) {
        UUID issue = in(c -> accounts.only(c, CITY, AccountKind.ISSUE));
        UUID budget = in(c -> accounts.open(c, CITY, AccountKind.BUDGET));
        in(c -> ledger.post(c, BY, transfer("fund:" + budget, TransferKind.FUND, issue, budget, PEOPLE * LOT * 3L, null)));
        List<String> all = new ArrayList<>();
        all.add(in(c -> accounts.open(c, CITY, AccountKind.MERCHANT)).toString());
        for (int i = 0; i < PEOPLE; i++) {
            UUID person = i < people.size() ? people.get(i) : in(c -> accounts.open(c, CITY, AccountKind.RESIDENT));
            for (int lot = 0; lot < 3; lot++) {
                LocalDate expires = LocalDate.now(ZONE).plusDays(2 + lot);
                String key = "award:" + person + lot;
                in(c -> ledger.post(c, BY, transfer(key, TransferKind.AWARD, budget, person, LOT, expires)));
            }
            all.add(person.toString());
        }
        System.out.println(String.join(" ", all));
    }

    /** The first account is the shop's. */
    private void pay(String mark, int count, List<UUID> all) throws InterruptedException {
        ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE);
        for (int i = 0; i < count; i++) {
            String key = mark + "-" + i;
            UUID person = all.get(1 + i % PEOPLE);
            // Never the same twice in a row; all of it fits.
            long points = 1 + i % 7;
            hands.submit(() -> {
                Receipt receipt = acknowledged(transfer(key, TransferKind.SPEND, person, all.get(0), points, null));
                synchronized (System.out) {
                    System.out.println(key + " " + receipt.transfer() + " " + receipt.replayed());
                    System.out.flush();
                }
            });
        }
        hands.shutdown();
        hands.awaitTermination(2, TimeUnit.MINUTES);
    }

    private Receipt acknowledged(Transfer transfer) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (true) {
            try {
                return in(c -> ledger.post(c, BY, transfer));
            } catch (RuntimeException notYet) {
                if (!insists || System.nanoTime() > end) {
                    throw notYet;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static Transfer transfer(String key, TransferKind kind, UUID from, UUID to, long points, LocalDate expires) {
        return new Transfer(key, kind, from, to, points, expires, "test", new Source("test", "1"), 0);
    }

    private <T> T in(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(c -> Statements.on(c)
                        .select("select set_config('app.tenant', $1, true)", CITY.value())
                        .chain(() -> work.apply(c)))
                .await()
                .atMost(Duration.ofSeconds(60));
    }
}
