package cn.shiyu.bench;

import cn.shiyu.bench.load.Answer;
import cn.shiyu.bench.load.Generator;
import cn.shiyu.bench.load.Tally;
import cn.shiyu.dev.BenchServers;
import io.vertx.core.Future;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole benchmark: {@code ./mvnw verify -Dbench}; see docs/benchmark.md. No part of the ordinary verify. */
class Benchmark {

    private static final int MANY = Integer.getInteger("bench.cases", 1_000_000);
    private static final int FEW = Math.min(MANY, Integer.getInteger("bench.few", 10_000));
    private static final int SECONDS = Integer.getInteger("bench.seconds", 15);
    private static final int AT_A_TIME = 16;
    private static final String HOST = "jieshou.localhost";

    private final BenchServers servers = BenchServers.ofTheProject(System.getProperty("bench.fresh") != null);
    private final Report report = new Report("benchmark.md");
    private Databases databases;
    private Map<String, String> settings;

    @Test
    @Timeout(value = 85, unit = TimeUnit.MINUTES)
    void measures() throws Exception {
        settings = servers.start();
        try {
            databases = new Databases(servers, settings);
            long seconds = databases.filled(FEW) + databases.filled(MANY);
            report.line("Machine: %s; load %s at the start.", Machine.words(), Machine.load());
            report.line("PostgreSQL 18, everything on this machine: %s; the rest as it comes, fsync on.", Machine.postgres());
            report.line(seconds == 0 ? "The city was filled by an earlier run." : "Filling took " + seconds + " s.");
            Lives few = lives(FEW);
            Lives many = atFullSize();
            lifecycles(few, many);
        } finally {
            servers.stop();
        }
    }

    /** What is measured at either size. */
    private record Lives(int cases, Tally whole, Map<String, Tally> reads, String rows) {}

    private Lives lives(int cases) throws Exception {
        Application application = databases.start(cases);
        try (Generator generator = new Generator(HOST, application.port())) {
            return lives(cases, requests(cases, generator), generator);
        } finally {
            application.stop();
        }
    }

    private Requests requests(int cases, Generator generator) {
        People people = new People(generator, settings.get("shiyu.identity.url"));
        people.signIn();
        Requests requests = new Requests(generator, people, databases.sample(Databases.nameFor(cases)));
        List.<Supplier<Future<Answer>>>of(
                        new Lifecycle(requests)::live, requests::queue, requests::timeLine, requests::board, requests::myCases)
                .forEach(one -> generator.closed(AT_A_TIME, 6, one));
        // Nine kinds of request take long to be compiled: measured cold, the first city would look slower than the second.
        generator.closed(AT_A_TIME, SECONDS * 2, new Lifecycle(requests)::live);
        return requests;
    }

    private Lives lives(int cases, Requests requests, Generator generator) {
        Tally whole = generator.closed(AT_A_TIME, SECONDS * 2, new Lifecycle(requests)::live);
        Map<String, Tally> reads = new LinkedHashMap<>();
        Map<String, Supplier<Future<Answer>>> asked = new LinkedHashMap<>();
        asked.put("queue page, centre", requests::queue);
        asked.put("queue page, department", requests::handlersQueue);
        asked.put("case page with time line", requests::timeLine);
        asked.put("board, first page", requests::board);
        asked.put("board of a topic", requests::boardOfATopic);
        asked.put("my cases", requests::myCases);
        asked.forEach((name, one) -> reads.put(name, generator.open(40, 8, one, heard -> {})));
        String rows = databases.ask(
                Databases.nameFor(cases),
                "select to_char(count(*), 'FM999,999,999') || ' cases, ' || (select to_char(count(*), 'FM999,999,999') from event)"
                        + " || ' events' from case_file");
        return new Lives(cases, whole, reads, rows);
    }

    private Lives atFullSize() throws Exception {
        Application application = databases.start(MANY);
        try (Generator generator = new Generator(HOST, application.port());
                Connection superuser = servers.superuser(Databases.nameFor(MANY))) {
            report.line("Start to ready: %.1f s. Heap %s.", application.millisToStart() / 1000.0, Application.HEAP);
            Plans plans = new Plans(superuser, databases.log());
            Requests requests = requests(MANY, generator);
            plans.forgetEverything();
            Lives lives = lives(MANY, requests, generator);
            double sustainable = ratios(requests, generator);
            // Before the spike, in which everything waits for everything.
            List<Plans.Slow> slowest = plans.slowest(3, 50);
            report.line("");
            report.line("Resident memory under this load: %d MB.", application.megabytes());
            new Ordeal(report).tell(new Spike(generator, requests, application, superuser).run(sustainable), application);
            explain(slowest, plans, requests, generator);
            return lives;
        } finally {
            application.stop();
        }
    }

    /** Over HTTP, and PostgreSQL alone with the same statements right afterwards. @return submissions a second */
    private double ratios(Requests requests, Generator generator) {
        report.head("%d at a time".formatted(AT_A_TIME), "HTTP /s", "p50 / p95 / p99 ms", "errors", "pgbench /s", "ratio",
                "at half that load: p50 / p95 / p99 ms");
        double submissions = ratio("submit", "submit.sql", requests::submit, generator);
        ratio("queue page", "queue.sql", requests::queue, generator);
        ratio("time line (case page)", "timeline.sql", requests::timeLine, generator);
        return submissions;
    }

    private double ratio(String name, String script, Supplier<Future<Answer>> one, Generator generator) {
        PgBench pgbench = new PgBench(servers.port(), servers.password(), Databases.nameFor(MANY));
        Tally closed = generator.closed(AT_A_TIME, SECONDS, one);
        PgBench.Result alone = pgbench.run(script, AT_A_TIME, SECONDS);
        Tally open = generator.open(closed.perSecond() / 2, SECONDS, one, heard -> {});
        report.row(name, closed.perSecond(), closed.times(), closed.bad() + closed.shed(), alone.perSecond(),
                "%.2f".formatted(closed.perSecond() / alone.perSecond()), open.times());
        return closed.perSecond();
    }

    private void lifecycles(Lives few, Lives many) {
        report.head("whole lifecycles", few.rows(), many.rows());
        report.row("a second", few.whole().perSecond(), many.whole().perSecond());
        report.row("p50 / p95 / p99 ms", few.whole().times(), many.whole().times());
        report.row("errors", few.whole().bad() + few.whole().shed(), many.whole().bad() + many.whole().shed());
        report.head("40 a second, p50 / p95 / p99 ms", few.rows(), many.rows());
        few.reads().keySet().forEach(name -> report.row(
                name, few.reads().get(name).times(), many.reads().get(name).times()));
        report.line("");
        report.line("Load of the machine at the end: %s.", Machine.load());
    }

    private void explain(List<Plans.Slow> slowest, Plans plans, Requests requests, Generator generator) {
        plans.watch(true);
        List.<Supplier<Future<Answer>>>of(
                        new Lifecycle(requests)::live, requests::queue, requests::handlersQueue, requests::timeLine,
                        requests::board, requests::boardOfATopic, requests::myCases)
                .forEach(one -> generator.closed(2, 2, one));
        plans.watch(false);
        slowest.stream().map(plans::withPlan).forEach(report::slow);
    }
}
