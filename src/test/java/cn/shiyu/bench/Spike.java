package cn.shiyu.bench;

import cn.shiyu.bench.load.Answer;
import cn.shiyu.bench.load.Generator;
import cn.shiyu.bench.load.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Ten times what can be carried, for a while, and what is left of it afterwards. */
final class Spike {

    /**
     * @param secondsToRecover after the end of the spike, until a second passes in which nothing is turned away and p95 is below
     *     twice what it was before
     * @param lost acknowledged numbers that are not there exactly once
     */
    record Result(
            double before, double during, Tally calm, Tally spike, Tally after, int secondsToRecover, long acknowledged, long lost,
            int probes, int probesFailed) {}

    private static final int CALM_SECONDS = 8;
    private static final int SPIKE_SECONDS = 20;
    private static final int AFTER_SECONDS = 20;

    private final Generator generator;
    private final Requests requests;
    private final Application application;
    private final Connection superuser;
    private final List<String> acknowledged = new ArrayList<>();

    Spike(Generator generator, Requests requests, Application application, Connection superuser) {
        this.generator = generator;
        this.requests = requests;
        this.application = application;
        this.superuser = superuser;
    }

    Result run(double sustainable) {
        double usual = sustainable / 2;
        Tally calm = submit(usual, CALM_SECONDS, new ArrayList<>());
        Probes probes = new Probes(application);
        Tally spike = submit(sustainable * 10, SPIKE_SECONDS, new ArrayList<>());
        List<Generator.Heard> heard = new ArrayList<>();
        Tally after = submit(usual, AFTER_SECONDS, heard);
        probes.stop();
        return new Result(
                usual, sustainable * 10, calm, spike, after, secondsToRecover(heard, calm.millis(95)), acknowledged.size(), lost(),
                probes.asked(), probes.failed());
    }

    private Tally submit(double perSecond, double seconds, List<Generator.Heard> heard) {
        return generator.open(perSecond, seconds, requests::submit, one -> {
            heard.add(new Generator.Heard(one.at(), one.nanos(), new Answer(one.answer().status(), one.answer().headers(), null)));
            if (one.answer().status() == 201) {
                acknowledged.add(one.answer().body().toJsonObject().getString("number"));
            }
        });
    }

    private static int secondsToRecover(List<Generator.Heard> heard, double calmMillis) {
        int recovered = 0;
        for (int second = 0; second < AFTER_SECONDS; second++) {
            long from = second * 1_000_000_000L;
            List<Generator.Heard> those = heard.stream()
                    .filter(one -> one.at() >= from && one.at() < from + 1_000_000_000L)
                    .toList();
            long slow = those.stream().filter(one -> one.nanos() > 2e6 * calmMillis).count();
            boolean calm = those.stream().allMatch(one -> one.answer().status() == 201) && slow * 20 <= those.size();
            if (!calm) {
                recovered = second + 1;
            }
        }
        return recovered;
    }

    /** Every number somebody was told, looked for past the application. */
    private long lost() {
        try (PreparedStatement query = superuser.prepareStatement("""
                select count(*) from unnest(?) as told(number)
                where (select count(*) from case_file c where c.tenant_id = 'jieshou' and c.number = told.number) <> 1""")) {
            query.setArray(1, superuser.createArrayOf("text", acknowledged.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks five times a second whether the application calls itself ready, as a cluster does. */
    private static final class Probes {
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private final Thread thread;
        private volatile boolean over;

        Probes(Application application) {
            thread = new Thread(() -> {
                while (!over) {
                    asked.incrementAndGet();
                    if (!application.isReady()) {
                        failed.incrementAndGet();
                    }
                    pause();
                }
            });
            thread.start();
        }

        private static void pause() {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void stop() {
            over = true;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        int asked() {
            return asked.get();
        }

        int failed() {
            return failed.get();
        }
    }
}
