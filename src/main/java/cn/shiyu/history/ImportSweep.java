package cn.shiyu.history;

import cn.shiyu.platform.redis.LiveTopic;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Works on imports that wait, one at a time on each instance, whichever city's. One whose instance fell silent is taken over
 * from the line where it stood.
 */
@ApplicationScoped
public class ImportSweep {

    /** The live topic; a message is the id of a run that moved. */
    public static final String TOPIC = "imports";

    private static final Logger LOG = Logger.getLogger(ImportSweep.class);
    private static final Duration NEWS_EVERY = Duration.ofSeconds(1);

    @Inject
    CityDirectory cities;

    @Inject
    TenantSql sql;

    @Inject
    ImportRuns runs;

    @Inject
    ImportWork work;

    @Inject
    ImportFiles files;

    @Inject
    LiveTopic live;

    @Inject
    Clock clock;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "shiyu-imports");
        made.setDaemon(true);
        return made;
    });

    private volatile boolean stopping;

    /** Of the run at hand; on the one thread alone. */
    private UUID worker;

    /** Non-blocking for the scheduler: the work is on a thread of its own, and what waits in its line is asked again anyway. */
    @Scheduled(every = "{shiyu.imports.every}", identity = "imports")
    void soon() {
        if (!stopping) {
            thread.execute(() -> cities.all().forEach(this::quietly));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        thread.shutdown();
    }

    // One city's trouble is not another's.
    private void quietly(City city) {
        try {
            for (Optional<UUID> next = claim(city); next.isPresent() && !stopping; next = claim(city)) {
                work(city, next.get());
            }
        } catch (RuntimeException e) {
            if (!stopping) {
                LOG.errorf(e, "imports of %s not worked on", city.id());
            }
        }
    }

    private Optional<UUID> claim(City city) {
        worker = UuidCreator.getTimeOrderedEpoch();
        Instant now = clock.instant();
        return Blocking.await(() -> sql.inTx(city.id(), connection -> runs.waiting(connection, city.id(), now)
                .chain(found -> found.isEmpty()
                        ? io.smallrye.mutiny.Uni.createFrom().item(found)
                        : runs.claim(connection, city.id(), found.get(), worker, now)
                                .map(mine -> mine ? found : Optional.<UUID>empty()))));
    }

    private void work(City city, UUID id) {
        ImportRun run = Blocking.await(() -> sql.inTx(city.id(), connection -> runs.find(connection, city.id(), id)))
                .orElseThrow();
        LOG.infof("%s: import %s from line %d", city.id(), id, run.lines());
        ImportRun done = work.run(city, id, worker, files.of(run.fileKey()), new News(city, id));
        LOG.infof("%s: import %s is %s, %d lines, %d taken, %d refused", city.id(), id, done.state(), done.lines(),
                done.taken(), done.refused());
        if (done.state() == RunState.DONE) {
            forget(city, run);
        }
        say(city, id);
    }

    private void forget(City city, ImportRun run) {
        try {
            files.remove(run.fileKey());
            Blocking.await(() -> sql.inTx(city.id(), connection -> runs.forgetFile(connection, city.id(), run.id())));
        } catch (IOException e) {
            LOG.errorf(e, "the file of import %s stays", run.id());
        }
    }

    private void say(City city, UUID id) {
        live.publish(city.id(), TOPIC, id.toString()).subscribe().with(ignored -> {}, lost -> {});
    }

    private final class News implements ImportWork.Progress {
        private final City city;
        private final UUID id;
        private Instant last = Instant.EPOCH;

        News(City city, UUID id) {
            this.city = city;
            this.id = id;
        }

        @Override
        public boolean at(Tally sum, long bytes) {
            Instant now = clock.instant();
            if (Duration.between(last, now).compareTo(NEWS_EVERY) >= 0) {
                last = now;
                say(city, id);
            }
            return !stopping;
        }
    }
}
