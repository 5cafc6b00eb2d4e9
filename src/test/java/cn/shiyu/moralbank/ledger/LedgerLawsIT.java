package cn.shiyu.moralbank.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.platform.problem.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/** Whatever happens at the bank, in whatever order, again, given up half-way, and by many at once: the books are right. */
@QuarkusTest
class LedgerLawsIT {

    private static final int STORIES = 60;
    private static final int LONGEST = 60;
    private static final int CLIENTS = 50;
    private static final int STORM = 3_000;
    /** Without money nothing happens: everybody has points that last and some that do not. */
    private static final List<Act> OPENING = List.of(
            fresh(Act.Kind.FUND, 0, 0, 300, 0), fresh(Act.Kind.FUND, 0, 1, 300, 0), fresh(Act.Kind.AWARD, 0, 0, 60, 2),
            fresh(Act.Kind.AWARD, 1, 1, 60, 2), fresh(Act.Kind.AWARD, 2, 0, 60, 1), fresh(Act.Kind.AWARD, 3, 1, 60, 0),
            fresh(Act.Kind.AWARD, 0, 1, 9, -1), fresh(Act.Kind.AWARD, 3, 1, 9, -1));
    private static final Set<String> EXPECTED = Set.of(
            PaperBank.DONE, PaperBank.NOTHING, PaperBank.NOT_ENOUGH, "given up", "hold-ended", "reversed-already", "not-reversible");

    @Inject
    Counter counter;

    @Inject
    Ledger ledger;

    private static Act fresh(Act.Kind kind, int who, int other, int points, int days) {
        return new Act(kind, who, other, points, days, false, false);
    }

    private static Arbitrary<Act> acts() {
        Arbitrary<Act.Kind> kinds = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(6, Act.Kind.AWARD), net.jqwik.api.Tuple.of(3, Act.Kind.FUND), net.jqwik.api.Tuple.of(1, Act.Kind.UNFUND),
                net.jqwik.api.Tuple.of(6, Act.Kind.SPEND), net.jqwik.api.Tuple.of(3, Act.Kind.POOL), net.jqwik.api.Tuple.of(5, Act.Kind.HOLD),
                net.jqwik.api.Tuple.of(4, Act.Kind.CAPTURE), net.jqwik.api.Tuple.of(3, Act.Kind.RELEASE), net.jqwik.api.Tuple.of(6, Act.Kind.REVERSE),
                net.jqwik.api.Tuple.of(2, Act.Kind.EXPIRE), net.jqwik.api.Tuple.of(1, Act.Kind.FORFEIT), net.jqwik.api.Tuple.of(2, Act.Kind.SETTLE));
        Arbitrary<Integer> any = Arbitraries.integers().between(0, 1_000);
        return Combinators.combine(
                        kinds, any, any, Arbitraries.integers().between(1, 40), Arbitraries.integers().between(-1, 3),
                        Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 9))
                .as((kind, who, other, points, days, twice, fails) -> new Act(
                        kind, who, other, kind == Act.Kind.FUND ? points * 5 : points, days, twice == 0, fails == 0))
                .withoutEdgeCases();
    }

    @Test
    void theBooksSayWhatPaperSays() {
        List<List<Act>> stories = new ArrayList<>();
        JqwikSession.run(() -> acts().list().ofMinSize(10).ofMaxSize(LONGEST).sampleStream().limit(STORIES).forEach(story -> stories.add(new ArrayList<>(story))));
        Map<String, Integer> counts = new TreeMap<>();
        stories.forEach(story -> story.addAll(0, OPENING));
        for (List<Act> story : stories) {
            String wrong = told(story, counts);
            if (wrong != null) {
                List<Act> shortest = shortened(story);
                throw new AssertionError(told(shortest, new TreeMap<>()) + "\nafter " + shortest);
            }
        }
        System.out.println("on paper and in the books: " + counts);
        assertThat(counts.keySet()).contains(
                "CAPTURE done", "RELEASE done", "REVERSE done", "SPEND done", "POOL done", "HOLD done", "CAPTURE hold-ended", "SPEND given up");
    }

    /** @return what differs from paper, or null */
    private String told(List<Act> story, Map<String, Integer> counts) {
        PaperBank paper = new PaperBank();
        RealBank real = new RealBank(counter, ledger);
        for (Act act : story) {
            String is = real.apply(act);
            String ought = act.fails() && !is.equals(PaperBank.NOTHING) ? "given up" : paper.apply(act);
            counts.merge(act.kind() + " " + is, 1, Integer::sum);
            if (!is.equals(ought)) {
                return act + " was " + is + ", on paper " + ought;
            }
        }
        if (!real.state().equals(paper.state())) {
            return real.state() + " but on paper " + paper.state();
        }
        return real.broken().isEmpty() ? null : real.broken().toString();
    }

    /** Leaves out whatever is not needed for it to go wrong. */
    private List<Act> shortened(List<Act> story) {
        List<Act> left = new ArrayList<>(story);
        for (int i = left.size() - 1; i >= 0; i--) {
            List<Act> fewer = new ArrayList<>(left);
            fewer.remove(i);
            if (told(fewer, new TreeMap<>()) != null) {
                left = fewer;
            }
        }
        return left;
    }

    @Test
    void threeThousandActsByFiftyAtOnceLeaveTheBooksRight() throws Exception {
        RealBank bank = new RealBank(counter, ledger);
        List<Act> storm = new ArrayList<>();
        JqwikSession.run(() -> acts().sampleStream().limit(STORM).forEach(storm::add));
        Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
        Queue<String> surprises = new ConcurrentLinkedQueue<>();
        long began = System.nanoTime();
        atOnce(STORM, i -> {
            Act act = storm.get(i);
            String outcome = outcome(bank, act);
            counts.computeIfAbsent(act.kind() + " " + outcome, first -> new AtomicInteger()).incrementAndGet();
            // A repeat may find the hold ended or the points gone by somebody else's hand in between.
            if (!EXPECTED.contains(outcome.replaceAll(", again: .*", ""))) {
                surprises.add(act + ": " + outcome);
            }
        });
        System.out.println("storm at the bank: " + STORM + " acts in " + (System.nanoTime() - began) / 1_000_000 + " ms " + new TreeMap<>(counts));
        assertThat(surprises).isEmpty();
        assertThat(bank.broken()).isEmpty();
        assertThat(counts).containsKeys("SPEND done", "CAPTURE done", "REVERSE done", "POOL done", "SETTLE done");
    }

    private static String outcome(RealBank bank, Act act) {
        try {
            return bank.apply(act);
        } catch (RuntimeException | Error e) {
            return e.toString();
        }
    }

    @Test
    void aKeySentByFiftyAtOnceBooksOnce() throws Exception {
        UUID budget = counter.budget(100);
        UUID resident = counter.open(AccountKind.RESIDENT);
        UUID shop = counter.open(AccountKind.MERCHANT);
        counter.award(budget, resident, 90, Counter.today());
        Transfer once = Counter.transfer(TransferKind.SPEND, resident, shop, 80, null);
        String key = Counter.key();
        AtomicInteger fresh = new AtomicInteger();
        atOnce(CLIENTS, i -> fresh.addAndGet(counter.post(once).replayed() ? 0 : 1));
        UUID spent = counter.post(once).transfer();
        atOnce(CLIENTS, i -> fresh.addAndGet(counter.reverse(key, spent).replayed() ? 0 : 1));
        assertThat(fresh).hasValue(2);
        assertThat(counter.balance(resident)).isEqualTo(90);
    }

    @Test
    void ofAThousandSpendsOfOnePointAHundredFit() throws Exception {
        UUID resident = aHundredPoints();
        UUID shop = counter.open(AccountKind.MERCHANT);
        AtomicInteger accepted = new AtomicInteger();
        atOnce(1_000, i -> accepted.addAndGet(spent(resident, shop, 1)));
        assertThat(accepted).hasValue(100);
        assertThat(counter.balance(resident)).isZero();
        assertThat(counter.balance(shop)).isEqualTo(100);
    }

    @Test
    void ofAThousandSpendsOfOneToSevenPointsThoseThatFit() throws Exception {
        UUID resident = aHundredPoints();
        UUID shop = counter.open(AccountKind.MERCHANT);
        int[] wishes = new Random(7).ints(1_000, 1, 8).toArray();
        // One point is asked for last, by many: nothing may be left over.
        Arrays.fill(wishes, 900, 1_000, 1);
        AtomicLong accepted = new AtomicLong();
        Queue<Integer> refused = new ConcurrentLinkedQueue<>();
        atOnce(wishes.length, i -> {
            int given = spent(resident, shop, wishes[i]);
            accepted.addAndGet(given);
            if (given == 0) {
                refused.add(wishes[i]);
            }
        });
        assertThat(accepted).hasValue(100);
        long left = counter.balance(resident);
        assertThat(left).isZero();
        // Who was refused wanted more than there was; there was never less than is left.
        assertThat(refused).allMatch(wish -> wish > left);
        assertThat(counter.balance(shop)).isEqualTo(100);
    }

    /** In twenty lots of different last days. */
    private UUID aHundredPoints() {
        UUID budget = counter.budget(100);
        UUID resident = counter.open(AccountKind.RESIDENT);
        for (int i = 0; i < 20; i++) {
            counter.award(budget, resident, 5, Counter.today().plusDays(i));
        }
        return resident;
    }

    private int spent(UUID resident, UUID shop, int points) {
        try {
            counter.post(TransferKind.SPEND, resident, shop, points);
            return points;
        } catch (Refusal refused) {
            assertThat(refused.code()).isEqualTo("not-enough-points");
            return 0;
        }
    }

    private static void atOnce(int count, IntConsumer work) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < count; i++) {
            int turn = i;
            clients.submit(() -> {
                try {
                    work.accept(turn);
                } catch (Throwable e) {
                    failures.add(e);
                }
            });
        }
        clients.shutdown();
        assertThat(clients.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
        assertThat(failures).isEmpty();
    }
}
