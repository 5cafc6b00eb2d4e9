package cn.shiyu.rig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Many residents who report at the same time and, as the mini-program does, send again with the same key until they are told
 * that it has arrived.
 */
public final class Crowd {

    private static final int AT_ONCE = 32;
    /** Below the sixty submissions an hour that one resident has, attempts included. */
    private static final int EACH = 20;

    private static final Duration GIVE_UP = Duration.ofMinutes(3);

    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();
    private final AtomicInteger sentAgain = new AtomicInteger();
    private final List<Reply> indecent = new ArrayList<>();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final List<Phone> phones;
    private final int submissions;

    private Crowd(List<Phone> phones, int submissions) {
        this.phones = phones;
        this.submissions = submissions;
    }

    /** Signed in and ready to report. */
    public static Crowd of(int submissions, LoadBalancer city) {
        List<Phone> phones = IntStream.rangeClosed(0, submissions / EACH)
                .mapToObj(i -> Phone.signIn(city))
                .toList();
        return new Crowd(phones, submissions);
    }

    /** All report; in their midst, once a third has arrived, the mishap happens on a thread of its own. Waits for all. */
    public Crowd report(Runnable mishap) {
        ExecutorService residents = Executors.newFixedThreadPool(AT_ONCE);
        Thread midst = new Thread(() -> {
            while (acknowledged.size() < submissions / 3) {
                Rig.pause(Duration.ofMillis(5));
            }
            mishap.run();
        });
        midst.start();
        IntStream.range(0, submissions).forEach(i -> residents.submit(() -> report(i)));
        residents.shutdown();
        try {
            if (!residents.awaitTermination(5, TimeUnit.MINUTES)) {
                residents.shutdownNow();
            }
            midst.join(TimeUnit.MINUTES.toMillis(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return this;
    }

    private void report(int index) {
        String key = mark + "-" + index + "-" + UUID.randomUUID();
        Phone phone = phones.get(index % phones.size());
        long end = System.nanoTime() + GIVE_UP.toNanos();
        while (System.nanoTime() < end) {
            Reply reply = phone.submit(key);
            count(reply);
            if (reply.status() == 201 || reply.status() == 200) {
                acknowledged.put(key, reply.json().path("number").asText());
                return;
            }
            sentAgain.incrementAndGet();
            Rig.pause(reply.retryAfter().plusMillis(200));
        }
    }

    private void count(Reply reply) {
        String name = reply.status() == 0 ? "broken" : reply.status() + (reply.code().isEmpty() ? "" : " " + reply.code());
        answers.computeIfAbsent(name, first -> new AtomicInteger()).incrementAndGet();
        if (reply.showsInnards() || reply.status() >= 500 && reply.code().isEmpty()) {
            synchronized (indecent) {
                indecent.add(reply);
            }
        }
    }

    /** Stands in the words of each of their cases. */
    public String mark() {
        return mark;
    }

    /** Keys that were answered with a case, and its number. */
    public Map<String, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** How often each answer was given. */
    public Map<String, Integer> answers() {
        Map<String, Integer> counts = new ConcurrentSkipListMap<>();
        answers.forEach((name, count) -> counts.put(name, count.get()));
        return counts;
    }

    public int sentAgain() {
        return sentAgain.get();
    }

    /** Answers no person should get: a stack, or a failure without a problem in words. */
    public List<Reply> indecent() {
        return List.copyOf(indecent);
    }
}
