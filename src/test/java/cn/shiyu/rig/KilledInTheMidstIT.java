package cn.shiyu.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} of one part in the midst of 2,000 submissions, with deadlines falling due meanwhile. People send again with
 * the same key until they are told that it has arrived: then it is there, whole, and once.
 */
class KilledInTheMidstIT {

    private static final int SUBMISSIONS = 2_000;

    private static Rig rig;
    private static Books books;

    @BeforeAll
    static void start() {
        rig = Rig.start(Rig.Plan.withoutKeycloak());
        books = new Books(rig);
    }

    @AfterAll
    static void end() {
        rig.close();
    }

    @Test
    void losesNothingWhenAnInstanceIsKilled() {
        expectAllOnceAfter("instance", () -> {
            rig.instance(0).kill();
            rig.instance(0).start();
        });
    }

    @Test
    void losesNothingWhenPostgresIsKilled() {
        expectAllOnceAfter("PostgreSQL", () -> {
            rig.servers().postgres().kill();
            rig.servers().postgres().start();
        });
    }

    @Test
    void losesNothingWhenRedisIsKilled() {
        expectAllOnceAfter("Redis", () -> {
            rig.servers().redis().kill();
            Rig.pause(Duration.ofSeconds(5));
            rig.servers().redis().start();
        });
    }

    @Test
    void noPointIsLostWhenWhoeverPaysIsKilled() {
        new Payments(rig, books).expectAllOnceAfter(Process::destroyForcibly);
    }

    @Test
    void noPointIsLostWhenPostgresIsKilledWhilePaying() {
        new Payments(rig, books).expectAllOnceAfter(process -> {
            rig.servers().postgres().kill();
            rig.servers().postgres().start();
        });
        rig.instances().forEach(Instance::awaitReady);
    }

    @Test
    void aShopIsPaidOnceWhenAnInstanceIsKilledAndAnswersAreLost() throws InterruptedException {
        Till till = Till.open(rig, books).pay(() -> {
            rig.instance(0).kill();
            rig.instance(0).start();
        });
        System.out.println("instance killed at the till: " + till);

        assertThat(till.taken()).hasSize(till.payments());
        assertThat(till.replayed()).isPositive();
        assertThat(till.indecent()).isEmpty();
        String ofTheShop = " from bank_charge c where c.merchant_id = '" + till.shop() + "'";
        // What was acknowledged is there, nothing beside it, and nothing is left put aside.
        assertThat(books.column("select c.charge_id || ' ' || c.points || ' ' || c.state" + ofTheShop)).containsExactlyInAnyOrderElementsOf(
                till.taken().entrySet().stream().map(one -> one.getKey() + " " + one.getValue() + " CAPTURED").toList());
        assertThat(books.column("select c.charge_id" + ofTheShop + """
                 and (select string_agg(t.kind || ' ' || t.points, ', ' order by t.kind desc) from bank_transfer t
                  where t.source_type = 'charge' and t.source_id = cast(c.charge_id as text))
                 is distinct from 'HOLD ' || c.points || ', CAPTURE ' || c.points""")).isEmpty();
        assertThat(books.column("select h.hold_id from bank_hold h where h.state <> 'POSTED' or h.captured <> h.points")).isEmpty();
        assertThat(books.column("select c.charge_id" + ofTheShop + " and (select count(*) from event e where e.stream_id = c.charge_id) <> 2")).isEmpty();
        assertThat(books.column("select sum(points) from bank_posting where account_id = '" + till.shop() + "'"))
                .containsExactly(Long.toString(till.taken().values().stream().mapToLong(Long::longValue).sum()));
        new LedgerTruth(rig, books).expect();
        rig.instances().forEach(Instance::awaitReady);
    }

    private static void expectAllOnceAfter(String what, Runnable mishap) {
        Crowd crowd = Crowd.of(SUBMISSIONS, rig.balancer());
        int before = books.letDeadlinesFallDue();

        long start = System.nanoTime();
        crowd.report(() -> {
            books.letDeadlinesFallDue();
            mishap.run();
        });
        System.out.printf(
                "%s killed: %d acknowledged in %d ms, answers %s, sent again %d%n",
                what, crowd.acknowledged().size(), (System.nanoTime() - start) / 1_000_000, crowd.answers(), crowd.sentAgain());

        assertThat(crowd.acknowledged()).hasSize(SUBMISSIONS);
        assertThat(crowd.indecent()).isEmpty();
        assertThat(books.casesOf(crowd)).isEqualTo(asLists(crowd));
        assertThat(books.halfWritten()).isEmpty();
        assertThat(books.withoutACase()).isEmpty();
        assertThat(books.gapsInNumbers()).isEmpty();
        expectDeadlinesOnce(before);
        rig.instances().forEach(Instance::awaitReady);
    }

    private static java.util.Map<String, List<String>> asLists(Crowd crowd) {
        return crowd.acknowledged().entrySet().stream()
                .collect(Collectors.toMap(java.util.Map.Entry::getKey, entry -> List.of(entry.getValue())));
    }

    private static void expectDeadlinesOnce(int before) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (books.waitingDeadlines() > 0 && System.nanoTime() < end) {
            Rig.pause(Duration.ofMillis(200));
        }
        assertThat(books.waitingDeadlines()).isZero();
        assertThat(books.deadlinesNotOnce()).isEmpty();
    }
}
