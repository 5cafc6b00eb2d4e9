package cn.shiyu.history;

import cn.shiyu.history.ImportBatch.Work;
import cn.shiyu.platform.web.Messages;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Stores a batch whatever happens: one bad line in it costs that line, a database that is away costs waiting. Blocking.
 */
@ApplicationScoped
class PatientStore {

    private static final Logger LOG = Logger.getLogger(PatientStore.class);

    /** One, two, four … seconds: a database that restarts is back within the minute. */
    private static final int TRIES = 6;

    @Inject
    ImportBatch batches;

    Tally store(Work work, int before, List<PastLine> lines, long bytes) {
        try {
            return patiently(work, before, lines, bytes);
        } catch (PgException e) {
            if (!isTheLines(e)) {
                throw e;
            }
            return isDouble(e) ? onceMore(work, before, lines, bytes) : oneByOne(work, before, lines, bytes);
        }
    }

    /** Another run brought some of them in at the same moment: asked again, they are there. */
    private Tally onceMore(Work work, int before, List<PastLine> lines, long bytes) {
        try {
            return patiently(work, before, lines, bytes);
        } catch (PgException e) {
            if (!isTheLines(e)) {
                throw e;
            }
            return oneByOne(work, before, lines, bytes);
        }
    }

    private Tally oneByOne(Work work, int before, List<PastLine> lines, long bytes) {
        Tally sum = Tally.NONE;
        for (PastLine line : lines) {
            sum = sum.plus(one(work, before + sum.lines(), line, bytes));
        }
        return sum;
    }

    private Tally one(Work work, int before, PastLine line, long bytes) {
        try {
            return patiently(work, before, List.of(line), bytes);
        } catch (PgException e) {
            if (!isTheLines(e)) {
                throw e;
            }
            return again(work, before, line, bytes, e);
        }
    }

    /** A line that another run has just brought in is there by now; any other is refused with what the database says. */
    private Tally again(Work work, int before, PastLine line, long bytes, PgException first) {
        PastLine next = isDouble(first)
                ? line
                : line.refusedBy(LineFault.refused("line", Messages.get("history.line.database", first.getSqlState())));
        return patiently(work, before, List.of(next), bytes);
    }

    private Tally patiently(Work work, int before, List<PastLine> lines, long bytes) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Blocking.await(() -> batches.store(work, before, lines, bytes));
            } catch (LostRun e) {
                throw e;
            } catch (RuntimeException e) {
                if (e instanceof PgException pg && isTheLines(pg) || attempt == TRIES) {
                    throw e;
                }
                LOG.warnf("%s: import %s waits, the database does not take it: %s", work.city().id(), work.run(), e);
                rest(Duration.ofSeconds(1L << (attempt - 1)));
            }
        }
    }

    /** Classes 22 (data) and 23 (constraints) are about what is stored; everything else about the database. */
    private static boolean isTheLines(PgException e) {
        return e.getSqlState() != null && (e.getSqlState().startsWith("22") || e.getSqlState().startsWith("23"));
    }

    private static boolean isDouble(PgException e) {
        return "23505".equals(e.getSqlState());
    }

    private static void rest(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database", e);
        }
    }
}
