package cn.shiyu.history;

import cn.shiyu.history.ImportBatch.Work;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Works through a run's file, batch after batch, from where the run stands to its end. Blocking: on a thread of its own. */
@ApplicationScoped
class ImportWork {

    /** Enough that a commit costs little, few enough that live submissions of the same day do not wait for a number. */
    static final int BATCH = 100;

    private static final Logger LOG = Logger.getLogger(ImportWork.class);

    @Inject
    TenantSql sql;

    @Inject
    ImportRuns runs;

    @Inject
    ImportBatch batches;

    @Inject
    PatientStore store;

    @Inject
    CityCodes.Maker codes;

    @Inject
    Clock clock;

    /**
     * The worker has claimed the run.
     *
     * @param told after each batch; when it says no, the run is put back for others
     * @return how it stands now
     */
    ImportRun run(City city, UUID id, UUID worker, Path file, Progress told) {
        ImportRun run = read(city, id);
        try {
            work(city, run, worker, file, told);
        } catch (LostRun e) {
            LOG.infof("%s: import %s goes on elsewhere", city.id(), id);
        } catch (Refusal e) {
            end(city, id, worker, RunState.FAILED, words(e));
        } catch (IOException e) {
            LOG.errorf(e, "%s: the file of import %s cannot be read", city.id(), id);
            end(city, id, worker, RunState.FAILED, Messages.get("history.run.unreadable"));
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s: import %s stops", city.id(), id);
            end(city, id, worker, RunState.FAILED, Messages.get("history.run.broken"));
        }
        return read(city, id);
    }

    /** Hears of each batch; false stops behind it. */
    interface Progress {
        boolean at(Tally sum, long bytes);
    }

    private void work(City city, ImportRun run, UUID worker, Path file, Progress told) throws IOException {
        ImportMapping mapping = MappingFile.read(run.mapping());
        CityCodes known = codes.of(city);
        try (SourceFile source = SourceFile.open(file, mapping.separator())) {
            List<FieldError> faults = MappingCheck.faults(mapping, city, known, source.header());
            if (!faults.isEmpty()) {
                throw Refusal.badInput(faults);
            }
            Blocking.await(() -> sql.inTx(city.id(), connection ->
                    runs.name(connection, city.id(), run.id(), mapping, mapping.unused(source.header()))));
            LineCheck check = new LineCheck(city, known, mapping, source.header(), run.id(), clock.instant());
            source.skip(run.lines());
            boolean all = lines(new Work(city, run.id(), worker, mapping), run, source, check, told);
            if (all) {
                end(city, run.id(), worker, RunState.DONE, null);
            } else {
                Blocking.await(() -> sql.inTx(city.id(), connection -> runs.move(
                        connection, city.id(), run.id(), RunState.RUNNING, RunState.WAITING, clock.instant())));
            }
        }
    }

    private boolean lines(Work work, ImportRun run, SourceFile source, LineCheck check, Progress told) throws IOException {
        Tally sum = new Tally(run.lines(), run.taken(), run.there(), run.refused(), run.warned());
        for (List<CsvRecord> batch = source.next(BATCH); !batch.isEmpty(); batch = source.next(BATCH)) {
            List<PastLine> lines = batch.stream().map(check::look).toList();
            sum = sum.plus(store.store(work, sum.lines(), lines, source.records().bytesRead()));
            if (!told.at(sum, source.records().bytesRead())) {
                return false;
            }
        }
        return true;
    }

    private void end(City city, UUID id, UUID worker, RunState state, String failure) {
        Blocking.await(() -> sql.inTx(city.id(), connection ->
                runs.end(connection, city.id(), id, worker, state, failure, clock.instant())));
    }

    private ImportRun read(City city, UUID id) {
        return Blocking.await(() -> sql.inTx(city.id(), connection -> runs.find(connection, city.id(), id)))
                .orElseThrow(Refusal::notFound);
    }

    static String words(Refusal refusal) {
        return refusal.errors().isEmpty()
                ? refusal.sentence()
                : refusal.errors().stream()
                        .map(error -> error.field() + ":" + error.message())
                        .collect(Collectors.joining("\n"));
    }
}
