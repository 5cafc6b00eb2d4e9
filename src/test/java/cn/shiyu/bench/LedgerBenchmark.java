package cn.shiyu.bench;

import cn.shiyu.bench.fill.LedgerFill;
import cn.shiyu.bench.load.Answer;
import cn.shiyu.bench.load.Generator;
import cn.shiyu.bench.load.Tally;
import cn.shiyu.dev.BenchServers;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A year of the moral bank's books: closed, reconciled, and posted to. {@code ./mvnw verify -Dbench -Dit.test=LedgerBenchmark}. */
class LedgerBenchmark {

    private static final int POSTINGS = Integer.getInteger("bench.postings", 5_000_000);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 15);
    private static final int AT_A_TIME = 16;
    private static final String HEAP = "128m";
    /** In the middle of the year: two points more for somebody, and as many less for the shop that was paid. */
    private static final String PLANTED = """
            update bank_posting set points = points %1$s sign(points) where transfer_id = (select transfer_id from bank_transfer
              where kind = 'SPEND' and booked_on = (select min(booked_on) + 200 from bank_transfer) order by transfer_id limit 1)""";

    private final BenchServers servers = BenchServers.ofTheProject(false);
    private final Report report = new Report("benchmark-ledger.md");
    private Databases databases;

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void measures() throws Exception {
        Map<String, String> settings = new HashMap<>(servers.start());
        settings.put("shiyu.bank.close-delayed", "1s");
        try {
            databases = new Databases(servers, settings);
            long seconds = databases.ledger(POSTINGS);
            report.line("Machine: %s; load %s at the start.", Machine.words(), Machine.load());
            report.line("%s; filling took %d s.", databases.ask(Databases.LEDGER, "select to_char(count(*), 'FM999,999,999') || ' postings in '"
                    + " || (select to_char(count(*), 'FM999,999,999') from bank_transfer) || ' transfers' from bank_posting"), seconds);
            measures(settings);
            report.line("");
            report.line("Load of the machine at the end: %s.", Machine.load());
        } finally {
            servers.stop();
        }
    }

    private void measures(Map<String, String> settings) throws Exception {
        Application application = databases.start(Databases.LEDGER);
        try (Generator generator = new Generator("jieshou.localhost", application.port());
                Connection superuser = servers.superuser(Databases.LEDGER)) {
            closes();
            reconciles(superuser);
            Plans plans = new Plans(superuser, databases.log());
            People people = new People(generator, settings.get("shiyu.identity.url"));
            people.signIn();
            Till till = new Till(generator, people, databases);
            till.open();
            List.<Supplier<Future<Answer>>>of(till::fund, till::pay, till::history, till::takings).forEach(one -> generator.closed(AT_A_TIME, 8, one));
            plans.forgetEverything();
            posts(generator, till);
            reads(generator, till);
            List<Plans.Slow> slowest = plans.slowest(3, 50);
            plans.watch(true);
            List.<Supplier<Future<Answer>>>of(till::fund, till::pay, till::history, till::takings).forEach(one -> generator.closed(2, 2, one));
            plans.watch(false);
            slowest.stream().map(plans::withPlan).forEach(report::slow);
            report.line("Resident memory of the application: %d MB.", application.megabytes());
        } finally {
            application.stop();
        }
    }

    /** The application has begun by itself. */
    private void closes() throws InterruptedException {
        while (Integer.parseInt(databases.ask(Databases.LEDGER, "select count(*) from bank_close")) < LedgerFill.DAYS) {
            Thread.sleep(500);
        }
        report.line("%s days closed in %s s, %s s the longest.", LedgerFill.DAYS,
                databases.ask(Databases.LEDGER, "select round(extract(epoch from max(closed_at) - min(closed_at)), 1) from bank_close"),
                databases.ask(Databases.LEDGER, "select round(max(s), 2) from (select extract(epoch from closed_at - lag(closed_at) over (order by closed_on)) as s"
                        + " from bank_close) d"));
    }

    private void reconciles(Connection superuser) throws Exception {
        report.head("reconcile, heap " + HEAP, "seconds", "resident, MB", "ends with", "says");
        reconcile("as it is");
        plant(superuser, PLANTED.formatted("+"));
        reconcile("a point planted on day 200");
        plant(superuser, PLANTED.formatted("-"));
    }

    private static void plant(Connection superuser, String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            if (statement.executeUpdate(sql) != 2) {
                throw new IllegalStateException("nothing planted");
            }
            statement.execute("reset session_replication_role");
        }
    }

    private void reconcile(String what) throws Exception {
        long start = System.nanoTime();
        Process process = databases.command(
                Databases.LEDGER, "reconcile", HEAP, Map.of("shiyu.command", "reconcile", "shiyu.city", "jieshou"));
        long most = 0;
        while (process.isAlive()) {
            most = Math.max(most, megabytes(process));
            process.waitFor(200, TimeUnit.MILLISECONDS);
        }
        List<String> lines = Files.readAllLines(servers.folder().resolve("reconcile.log"));
        String said = lines.stream().filter(line -> line.startsWith("jieshou:")).reduce((a, b) -> b).orElse("?");
        report.row(what, "%.1f".formatted((System.nanoTime() - start) / 1e9), most, process.exitValue(), said);
    }

    private static long megabytes(Process process) throws IOException {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (NoSuchFileException gone) {
            return 0;
        }
    }

    private void posts(Generator generator, Till till) {
        report.head("%d at a time".formatted(AT_A_TIME), "requests /s", "transfers /s", "p50 / p95 / p99 ms", "errors, turned away", "times pgbench",
                "at half that load: p50 / p95 / p99 ms");
        Tally funded = generator.closed(AT_A_TIME, SECONDS, till::fund);
        double bare = pgbench("fund.sql");
        over("a budget funded, over HTTP", funded, 1, 1, bare, generator, till::fund);
        alone("the same statements, pgbench", bare, bare);
        double spread = pgbench("spend.sql", "-D", "shops=" + LedgerFill.SHOPS);
        pays(generator, till, LedgerFill.SHOPS, spread);
        double hot = pgbench("spend.sql", "-D", "shops=1");
        pays(generator, till, 1, hot);
        double again = pgbench("spend.sql", "-D", "shops=" + LedgerFill.SHOPS);
        pays(generator, till, LedgerFill.SHOPS, again);
        alone("a two-posting payment at a thousand shops, pgbench", spread, spread);
        alone("at one shop, pgbench", hot, spread);
        alone("at a thousand once more, pgbench", again, spread);
    }

    private void pays(Generator generator, Till till, int shops, double alone) {
        till.shops(shops);
        Tally paid = generator.closed(AT_A_TIME, SECONDS, till::pay);
        over("a payment at %s, over HTTP".formatted(shops == 1 ? "one shop" : shops + " shops"), paid, 3, 2, alone, generator, till::pay);
    }

    private double pgbench(String script, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(List.of("-D", "people=" + LedgerFill.people(POSTINGS)));
        return new PgBench(servers.port(), servers.password(), Databases.LEDGER).run(script, AT_A_TIME, SECONDS, all.toArray(String[]::new)).perSecond();
    }

    /** @param requests of one of what was counted, and its transfers */
    private void over(
            String what, Tally http, int requests, int transfers, double alone, Generator generator, Supplier<Future<Answer>> one) {
        Tally open = generator.open(http.perSecond() / 2, SECONDS, one, heard -> {});
        report.row(what, http.perSecond() * requests, http.perSecond() * transfers, http.times(),
                "%d, %d".formatted(http.bad() + open.bad(), http.shed() + open.shed()),
                "%.2f".formatted(http.perSecond() * transfers / alone), open.times());
    }

    private void alone(String what, double transfers, double first) {
        report.row(what, "", transfers, "", "", "%.2f".formatted(transfers / first), "");
    }

    private void reads(Generator generator, Till till) {
        till.shops(1);
        report.head("40 a second", "p50 / p95 / p99 ms", "errors");
        Tally history = generator.open(40, SECONDS, till::history, heard -> {});
        report.row("what a member sees of their points", history.times(), history.bad() + history.shed());
        Tally takings = generator.open(40, SECONDS, till::takings, heard -> {});
        report.row("what the one shop sees of its takings", takings.times(), takings.bad() + takings.shed());
    }
}
