package cn.shiyu.rig;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two instances of the artifact book for the same people at once while rotas change, each knowing nothing of the other but the database. */
class BookedByTwoIT {

    private static final int CLIENTS = 50;
    private static final int ACTS = 10_000;
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Set<Integer> EXPECTED = Set.of(200, 201, 303, 404, 409, 410, 422, 429, 503);

    private static Rig rig;
    private static AgendaTruth truth;

    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final Map<Phone, Queue<String>> own = new ConcurrentHashMap<>();

    @BeforeAll
    static void start() {
        rig = Rig.start(Rig.Plan.whole());
        truth = new AgendaTruth(rig);
    }

    @AfterAll
    static void end() {
        rig.close();
    }

    @Test
    void neitherTakesWhatTheOtherGaveNorPassesAnybodyInTheLineWhileRotasChange() throws InterruptedException {
        List<UUID> advisors = List.of(advisor(1), advisor(2), advisor(1), advisor(3));
        UUID[] all = advisors.toArray(UUID[]::new);
        List<Phone> phones = IntStream.range(0, 150).mapToObj(i -> Phone.signIn(rig.balancer())).toList();
        Planner planner = new Planner(rig, Set.copyOf(truth.ask("select exception_id from rota_exception where bookable_id = any(?)", (Object) all)));
        long began = System.nanoTime();
        blow(advisors, phones, planner);
        System.out.printf("two instances: %d acts in %d ms, %s, displaced %s%n", ACTS, (System.nanoTime() - began) / 1_000_000,
                new TreeMap<>(answers), truth.ask("select count(*) from event where type = 'BookingDisplaced'"));
        assertThat(surprises).isEmpty();

        truth.run("update booking set held_until = now() - interval '1 second' where status = 'HELD'");
        awaitNoHolds();
        assertThat(truth.overlaps(all)).isEmpty();
        assertThat(truth.passed(all)).isEmpty();
        advisors.forEach(one -> assertThat(truth.homeless(one)).isEmpty());
        advisors.forEach(one -> assertThat(truth.lost(one, slots(one, phones.get(0)))).isEmpty());
        assertThat(answers).containsKeys("hold 201", "confirm 200", "move 200", "cancel 200", "wait 201", "rota 303");
    }

    private void blow(List<UUID> advisors, List<Phone> phones, Planner planner) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        AtomicInteger left = new AtomicInteger(ACTS);
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random(i);
            clients.submit(() -> {
                while (left.getAndDecrement() > 0) {
                    act(random, phones.get(random.nextInt(phones.size())), advisors.get(random.nextInt(advisors.size())), planner);
                }
            });
        }
        clients.shutdown();
        assertThat(clients.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
    }

    private void act(Random random, Phone phone, UUID advisor, Planner planner) {
        int dice = random.nextInt(100);
        if (dice < 44) {
            hold(random, phone, advisor);
        } else if (dice < 64) {
            turn("confirm", phone, "confirmation", Map.of());
        } else if (dice < 78) {
            turn("move", phone, "move", wish(random, phone, advisor));
        } else if (dice < 94) {
            turn("cancel", phone, "cancellation", Map.of());
        } else if (dice < 96) {
            LocalDate today = LocalDate.now(ZONE);
            heard("wait", phone.post("/mini/v1/booking-waits", Map.of("bookable", advisor.toString(), "service", "legal-talk",
                    "mode", "IN_PERSON", "from", today.toString(), "to", today.plusDays(14).toString())));
        } else {
            heard("rota", planner.change(random, advisor));
        }
    }

    private void hold(Random random, Phone phone, UUID advisor) {
        Reply reply = phone.post("/mini/v1/bookings", wish(random, phone, advisor));
        heard("hold", reply);
        if (reply.status() == 201) {
            mine(phone).add(reply.json().path("id").asText());
        }
    }

    private Map<String, String> wish(Random random, Phone phone, UUID advisor) {
        JsonNode free = slots(advisor, phone);
        // One of the first few: everybody wants those. Where nothing is free, something that is not.
        String start = free.isArray() && !free.isEmpty()
                ? free.get(random.nextInt(Math.min(6, free.size()))).path("start").asText()
                : "2026-01-01T00:00:00Z";
        return Map.of("bookable", advisor.toString(), "service", "legal-talk", "mode", "IN_PERSON", "start", start);
    }

    private void turn(String what, Phone phone, String turn, Map<String, String> typed) {
        String booking = mine(phone).poll();
        if (booking == null) {
            return;
        }
        heard(what, phone.post("/mini/v1/bookings/" + booking + "/" + turn, typed));
        if (!what.equals("cancel")) {
            mine(phone).add(booking);
        }
    }

    private void heard(String what, Reply reply) {
        answers.computeIfAbsent(what + " " + reply.status(), ignored -> new AtomicInteger()).incrementAndGet();
        if (!EXPECTED.contains(reply.status()) || reply.showsInnards()) {
            surprises.add(what + " " + reply.status() + " " + reply.body());
        }
    }

    private Queue<String> mine(Phone phone) {
        return own.computeIfAbsent(phone, ignored -> new ConcurrentLinkedQueue<>());
    }

    /** The instances' own sweep gives the holds back, and offers what is free, until nobody is left who waits for it. */
    private static void awaitNoHolds() {
        for (int i = 0; i < 60 && !truth.ask("select 1 from booking where status = 'HELD' and held_until <= now() limit 1").isEmpty(); i++) {
            Rig.pause(java.time.Duration.ofSeconds(1));
        }
    }

    private static JsonNode slots(UUID advisor, Phone phone) {
        return phone.get("/mini/v1/booking-services/legal-talk/bookables/" + advisor + "/slots").json();
    }

    /** Five days from 8 to 20, then closed. */
    private static UUID advisor(int capacity) {
        UUID id = UUID.randomUUID();
        truth.run("insert into bookable (tenant_id, bookable_id, code, kind, name, unit_code, capacity)"
                + " values ('jieshou', ?, ?, 'LEGAL_ADVISOR', '某人', 'C341282000000', ?)",
                id, "t-" + id, capacity);
        for (int day = 1; day <= 7; day++) {
            truth.run("insert into rota_pattern (tenant_id, bookable_id, pattern_id, weekday, from_time, to_time, on_holidays)"
                    + " values ('jieshou', ?, ?, ?, '08:00', '20:00', true)", id, UUID.randomUUID(), day);
        }
        LocalDate today = LocalDate.now(ZONE);
        today.plusDays(5).datesUntil(today.plusDays(16)).forEach(day -> truth.run(
                "insert into rota_exception (tenant_id, bookable_id, exception_id, day, from_time, to_time, extra)"
                        + " values ('jieshou', ?, ?, cast(? as date), '08:00', '20:00', false)", id, UUID.randomUUID(), day.toString()));
        return id;
    }
}
