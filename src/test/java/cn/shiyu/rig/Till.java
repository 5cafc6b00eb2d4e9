package cn.shiyu.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Customers and the tills of one shop on a network that loses answers: each request is sent again with its key until it is acknowledged, and
 * every fourth is sent again although it was.
 */
final class Till {

    private static final int TILLS = 10;
    private static final int EACH = 25;
    private static final int EVERY = 4;
    private static final String HOME = "341282001001";
    private static final Duration GIVE_UP = Duration.ofMinutes(3);

    private final Map<String, Long> taken = new ConcurrentHashMap<>();
    private final Queue<Reply> indecent = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicInteger replayed = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final List<Phone> customers;
    private final List<Phone> tills;
    private final String shop;

    /** @param phones customers, then as many who stand at the shop's tills */
    private Till(List<Phone> phones, String shop) {
        this.shop = shop;
        this.customers = phones.subList(0, TILLS);
        this.tills = phones.subList(TILLS, 2 * TILLS);
    }

    /** Customers have joined and been given points. @return the tills of a new shop */
    static Till open(Rig rig, Books books) {
        List<Phone> phones = IntStream.range(0, 2 * TILLS).mapToObj(i -> Phone.signIn(rig.balancer())).toList();
        phones.forEach(phone -> assertThat(phone.post("/mini/v1/bank/membership", Map.of("name", "居民", "region", HOME, "agreed", true)).status())
                .isEqualTo(200));
        String members = "from bank_member order by joined_at desc limit ";
        List<String> accounts = new ArrayList<>(books.column("select account_id " + members + 2 * TILLS));
        Collections.reverse(accounts);
        String shop = new Payments(rig, books).open(accounts.subList(0, TILLS).toArray(String[]::new)).get(0);
        books.tell("insert into bank_merchant (tenant_id, merchant_id, name, address, region, account_id, made_by, made_at)"
                + " values ('jieshou', '" + shop + "', '面馆', '解放路', '" + HOME + "', '" + shop + "', 'bank1', now())");
        books.tell("insert into bank_merchant_clerk (tenant_id, merchant_id, resident_id, bound_at)"
                + " select 'jieshou', '" + shop + "', resident_id, now() from (select resident_id " + members + TILLS + ") s");
        return new Till(phones, shop);
    }

    /** All pay; in their midst, once a third is acknowledged, the mishap happens on a thread of its own. Waits for all. */
    Till pay(Runnable mishap) throws InterruptedException {
        ExecutorService hands = Executors.newFixedThreadPool(TILLS + 1);
        for (int i = 0; i < TILLS; i++) {
            int till = i;
            hands.submit(() -> IntStream.range(0, EACH).forEach(n -> pay(customers.get(till), tills.get(till), 1 + n % 7)));
        }
        hands.submit(() -> {
            while (taken.size() < TILLS * EACH / 3) {
                Rig.pause(Duration.ofMillis(5));
            }
            mishap.run();
        });
        hands.shutdown();
        assertThat(hands.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
        return this;
    }

    private void pay(Phone customer, Phone till, long points) {
        Reply aside = authorised(customer, till, points);
        String id = aside.json().path("id").asText();
        Reply through = insist(till, "/mini/v1/bank/till/charges/" + id + "/capture", Map.of(), UUID.randomUUID().toString());
        assertThat(through.json().path("state").asText()).isEqualTo("CAPTURED");
        taken.put(id, points);
    }

    /** A code that was refused paid for nothing: another is drawn. */
    private Reply authorised(Phone customer, Phone till, long points) {
        long end = System.nanoTime() + GIVE_UP.toNanos();
        while (System.nanoTime() < end) {
            Reply code = insist(customer, "/mini/v1/bank/pay-codes", Map.of("most", points), UUID.randomUUID().toString());
            Map<String, Object> wish = Map.of("code", code.json().path("code").asText(), "points", points);
            Reply aside = insist(till, "/mini/v1/bank/till/charges", wish, UUID.randomUUID().toString());
            if (aside.status() != 422) {
                return aside;
            }
        }
        throw new IllegalStateException("nobody took the payment");
    }

    /** Until it is acknowledged, or refused for what is in it. */
    private Reply insist(Phone phone, String path, Map<String, Object> typed, String key) {
        boolean unheard = requests.incrementAndGet() % EVERY == 0;
        long end = System.nanoTime() + GIVE_UP.toNanos();
        while (System.nanoTime() < end) {
            Reply reply = phone.post(path, typed, key);
            if (reply.showsInnards()) {
                indecent.add(reply);
            }
            replayed.addAndGet(reply.header("Idempotency-Replayed").equals("true") ? 1 : 0);
            boolean answered = reply.status() == 201 || reply.status() == 200 || reply.status() == 422;
            if (answered && !unheard) {
                return reply;
            }
            (answered ? lost : broken).incrementAndGet();
            unheard = false;
            Rig.pause(answered ? Duration.ZERO : reply.retryAfter().plusMillis(200));
        }
        throw new IllegalStateException(path + " was never acknowledged");
    }

    /** Its id, and its account's of the books. */
    String shop() {
        return shop;
    }

    int payments() {
        return TILLS * EACH;
    }

    /** Points by the id of the acknowledged charge. */
    Map<String, Long> taken() {
        return Map.copyOf(taken);
    }

    int replayed() {
        return replayed.get();
    }

    List<Reply> indecent() {
        return List.copyOf(indecent);
    }

    @Override
    public String toString() {
        return requests + " requests, " + broken + " not answered or turned away, " + lost + " answers lost on purpose, " + replayed + " repeats told";
    }
}
