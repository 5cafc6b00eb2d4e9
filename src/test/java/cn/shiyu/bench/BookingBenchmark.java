package cn.shiyu.bench;

import cn.shiyu.bench.load.Answer;
import cn.shiyu.bench.load.Generator;
import cn.shiyu.bench.load.Tally;
import cn.shiyu.dev.BenchServers;
import io.vertx.core.Future;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Booking at filled agendas, and the law search beside a plain row: {@code ./mvnw verify -Dbench -Dit.test=BookingBenchmark}. */
class BookingBenchmark {

    private static final int BOOKABLES = 1_000;
    private static final int BOOKINGS = Integer.getInteger("bench.bookings", 1_000_000);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 15);
    private static final int AT_A_TIME = 16;
    private static final int GENTLY = 40;

    private final BenchServers servers = BenchServers.ofTheProject(false);
    private final Report report = new Report("benchmark-booking.md");
    private Databases databases;
    private PgBench pgbench;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void measures() throws Exception {
        Map<String, String> settings = servers.start();
        try {
            databases = new Databases(servers, settings);
            long seconds = databases.agendas(BOOKABLES, BOOKINGS);
            pgbench = new PgBench(servers.port(), servers.password(), Databases.AGENDAS);
            report.line("Machine: %s; load %s at the start.", Machine.words(), Machine.load());
            report.line("%s. %s", databases.ask(Databases.AGENDAS, "select to_char(count(*), 'FM999,999,999') || ' bookings of "
                    + BOOKABLES + " bookables, ' || count(*) filter (where status = 'CONFIRMED') || ' to come' from booking"),
                    seconds == 0 ? "Filled by an earlier run." : "Filling took " + seconds + " s.");
            measures(settings);
            report.line("");
            report.line("Load of the machine at the end: %s.", Machine.load());
        } finally {
            servers.stop();
        }
    }

    private void measures(Map<String, String> settings) throws Exception {
        Application application = databases.start(Databases.AGENDAS);
        try (Generator generator = new Generator("jieshou.localhost", application.port());
                Connection superuser = servers.superuser(Databases.AGENDAS)) {
            Plans plans = new Plans(superuser, databases.log());
            People people = new People(generator, settings.get("shiyu.identity.url"));
            people.signIn();
            Visits visits = new Visits(generator, people, places());
            List.<Supplier<Future<Answer>>>of(visits::book, visits::whoIsFree, visits::slots, visits::law, visits::oneBooking)
                    .forEach(one -> generator.closed(AT_A_TIME, 5, one));
            plans.forgetEverything();
            ratios(generator, visits);
            List<Plans.Slow> slowest = plans.slowest(3, 50);
            search(generator, visits);
            explain(slowest, plans, generator, visits);
        } finally {
            application.stop();
        }
    }

    private List<Visits.Place> places() {
        // The front half; pgbench has the rest. To the minute, as phones send it.
        return databases.rows(Databases.AGENDAS, "select bookable_id, to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                        + " from bench_place where n < (select count(*) / 2 from bench_place) order by n")
                .stream()
                .map(row -> new Visits.Place(row.get(0), row.get(1)))
                .toList();
    }

    private void ratios(Generator generator, Visits visits) {
        report.head("%d at a time".formatted(AT_A_TIME), "HTTP /s", "p50 / p95 / p99 ms", "errors", "pgbench /s", "ratio",
                "at half that load: p50 / p95 / p99 ms");
        ratio("who is free next, 20 of them", "who-is-free.sql", visits::whoIsFree, generator, visits);
        ratio("one's free times in two weeks", "slots.sql", visits::slots, generator, visits);
        ratio("hold and confirm", "book.sql", visits::book, generator, visits);
    }

    private void ratio(String name, String script, Supplier<Future<Answer>> one, Generator generator, Visits visits) {
        startOver(visits);
        Tally closed = generator.closed(AT_A_TIME, SECONDS, one);
        PgBench.Result alone = pgbench.run(script, AT_A_TIME, SECONDS);
        startOver(visits);
        Tally open = generator.open(closed.perSecond() / 2, SECONDS, one, heard -> {});
        report.row(name, closed.perSecond(), closed.times(), closed.bad() + closed.shed() + open.bad() + open.shed(), alone.perSecond(),
                "%.2f".formatted(closed.perSecond() / alone.perSecond()), open.times());
    }

    /** Nobody may have more than a few bookings: those of the benchmark are called off, past the application. */
    private void startOver(Visits visits) {
        databases.tell(Databases.AGENDAS, "update booking set status = 'CANCELLED', held_until = null, remind_at = null"
                + " where status in ('HELD', 'CONFIRMED') and created_at > now() - interval '12 hours'");
        visits.everybodyIsFree();
    }

    /** How much longer an answer of the law search takes than a plain row by its key, over HTTP and from PostgreSQL alone. */
    private void search(Generator generator, Visits visits) {
        Map<String, Supplier<Future<Answer>>> asked = new LinkedHashMap<>();
        asked.put("one booking by its key, over HTTP", visits::oneBooking);
        asked.put("law search, over HTTP", visits::law);
        long[] row = pgbench.times("row.sql", 4, GENTLY, SECONDS);
        double p50 = row[row.length / 2] / 1000.0;
        double p99 = row[row.length * 99 / 100] / 1000.0;
        report.head(GENTLY + " a second", "p50 ms", "p99 ms", "times the row alone, p50 / p99", "16 at a time, /s", "errors");
        report.row("one booking by its key, pgbench", times(p50), times(p99), "1 / 1", pgbench.run("row.sql", AT_A_TIME, SECONDS).perSecond(), 0);
        asked.forEach((name, one) -> {
            Tally open = generator.open(GENTLY, SECONDS, one, heard -> {});
            Tally closed = generator.closed(AT_A_TIME, SECONDS, one);
            report.row(name, times(open.millis(50)), times(open.millis(99)),
                    String.format(Locale.ROOT, "%.1f / %.1f", open.millis(50) / p50, open.millis(99) / p99), closed.perSecond(),
                    open.bad() + closed.bad() + open.shed() + closed.shed());
        });
    }

    private static String times(double millis) {
        return String.format(Locale.ROOT, "%.2f", millis);
    }

    private void explain(List<Plans.Slow> slowest, Plans plans, Generator generator, Visits visits) {
        startOver(visits);
        plans.watch(true);
        List.<Supplier<Future<Answer>>>of(visits::whoIsFree, visits::slots, visits::book).forEach(one -> generator.closed(2, 2, one));
        plans.watch(false);
        slowest.stream().map(plans::withPlan).forEach(report::slow);
    }
}
