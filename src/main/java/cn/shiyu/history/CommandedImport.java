package cn.shiyu.history;

import cn.shiyu.platform.command.Command.Outcome;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An import that an operator asked for on the command line, with a file only this process can read. Blocking. */
@ApplicationScoped
class CommandedImport {

    private static final String OPERATOR = "command";
    private static final int REPORT_PAGE = 1_000;
    private static final Duration TOLD_EVERY = Duration.ofSeconds(5);

    @Inject
    TenantSql sql;

    @Inject
    ImportRuns runs;

    @Inject
    ImportLines lines;

    @Inject
    ImportWork work;

    @Inject
    ImportTrial trial;

    @Inject
    Clock clock;

    Outcome tryOut(City city, Path csv, String mapping, Optional<Path> report) throws IOException {
        try (BufferedWriter out = open(report)) {
            ImportTrial.Result result = trial.run(city, csv, mapping, Integer.MAX_VALUE, line -> write(out, line));
            return new Outcome(true, Messages.get("history.command.tried", words(result.tally()))
                    + unused(result.mapping().unused(result.file().header())));
        }
    }

    Outcome bringIn(City city, Path csv, String mapping, Optional<Path> report) throws IOException {
        UUID worker = UuidCreator.getTimeOrderedEpoch();
        Instant began = clock.instant();
        UUID id = begin(city, csv, mapping, worker);
        ImportRun run = work.run(city, id, worker, csv, new Told(city));
        try (BufferedWriter out = open(report)) {
            writeAll(city, id, out);
        }
        long millis = Duration.between(began, clock.instant()).toMillis();
        Tally sum = new Tally(run.lines(), run.taken(), run.there(), run.refused(), run.warned());
        return run.state() == RunState.DONE
                ? new Outcome(true, Messages.get("history.command.done", words(sum), millis / 1000.0) + unused(run.unused()))
                : new Outcome(false, Messages.get("history.command.stopped", words(sum), run.failure()));
    }

    /** The same file by the same mapping, cut short before: goes on there. Otherwise a new run. */
    private UUID begin(City city, Path csv, String mapping, UUID worker) throws IOException {
        byte[] digest = ImportFiles.digest(csv);
        UUID fresh = UuidCreator.getTimeOrderedEpoch();
        var run = new ImportRuns.NewRun(csv.getFileName().toString(), null, Files.size(csv), digest, mapping, OPERATOR);
        return Blocking.await(() -> sql.inTx(city.id(), connection -> runs.cutShort(
                        connection, city.id(), digest, mapping, clock.instant())
                .chain(old -> old.isPresent()
                        ? io.smallrye.mutiny.Uni.createFrom().item(old.get().id())
                        : runs.add(connection, city.id(), fresh, run, clock.instant()).replaceWith(fresh))
                .call(id -> runs.claim(connection, city.id(), id, worker, clock.instant()))));
    }

    private void writeAll(City city, UUID run, BufferedWriter out) {
        ReportLine last = ReportLine.NONE;
        List<ReportLine> page;
        do {
            ReportLine after = last;
            page = Blocking.await(() -> sql.inTx(
                    city.id(), connection -> lines.page(connection, city.id(), run, after, REPORT_PAGE)));
            page.forEach(line -> write(out, line));
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == REPORT_PAGE);
    }

    /** Without a report's name what would stand in it goes nowhere; the run's page in the console has it all the same. */
    private static BufferedWriter open(Optional<Path> report) throws IOException {
        BufferedWriter out = report.isPresent()
                ? Files.newBufferedWriter(report.get())
                : new BufferedWriter(BufferedWriter.nullWriter());
        out.write(ReportLine.head());
        return out;
    }

    private static void write(BufferedWriter out, ReportLine line) {
        try {
            out.write(line.csv());
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be written", e);
        }
    }

    private static String words(Tally sum) {
        return Messages.get(
                "history.command.counts", sum.lines(), sum.taken(), sum.there(), sum.refused(), sum.warned());
    }

    private static String unused(List<String> columns) {
        return columns.isEmpty() ? "" : "\n" + Messages.get("history.command.unused", String.join("、", columns));
    }

    /** Says on the terminal how far it is, now and then. */
    private final class Told implements ImportWork.Progress {
        private final City city;
        private Instant last = clock.instant();

        Told(City city) {
            this.city = city;
        }

        @Override
        public boolean at(Tally sum, long bytes) {
            Instant now = clock.instant();
            if (Duration.between(last, now).compareTo(TOLD_EVERY) >= 0) {
                last = now;
                System.out.println(city.name() + " " + words(sum));
            }
            return true;
        }
    }
}
