package cn.shiyu.rig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What goes on in a city all the time: residents report, look at their cases and at the board, staff at their queue. */
public final class EverydayLife implements AutoCloseable {

    /** What kinds of things people do. */
    public enum Doing {
        REPORTING("居民提交"),
        READING("居民查看"),
        BOARD("公示栏"),
        QUEUE("工作人员队列");

        private final String words;

        Doing(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** One answer. @param at nanoseconds of this machine's clock when it came */
    public record Seen(Doing doing, Reply reply, long at) {

        boolean isFine() {
            return reply.status() == 200 || reply.status() == 201;
        }

        String outcome() {
            if (reply.status() == 0) {
                return "无应答";
            }
            return reply.code().isEmpty() ? Integer.toString(reply.status()) : reply.status() + " " + reply.code();
        }
    }

    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final int REPORTERS = 3;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);

    private static final AtomicInteger TURN = new AtomicInteger();

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Map<String, Phone> unanswered = new ConcurrentHashMap<>();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final List<Thread> people = new ArrayList<>();
    private final LoadBalancer city;
    private final Supplier<String> staffToken;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private volatile boolean over;

    private EverydayLife(LoadBalancer city, Supplier<String> staffToken) {
        this.city = city;
        this.staffToken = staffToken;
    }

    /**
     * @param phones signed in before anything breaks; many, since nobody may report more than sixty times an hour
     * @param staffToken of a dispatcher
     */
    public static EverydayLife begins(LoadBalancer city, List<Phone> phones, Supplier<String> staffToken) {
        EverydayLife life = new EverydayLife(city, staffToken);
        for (int i = 0; i < REPORTERS; i++) {
            life.person(() -> life.report(phones.get(TURN.getAndIncrement() % phones.size())));
            life.person(() -> life.see(
                    Doing.READING, phones.get(TURN.get() % phones.size()).cases()));
        }
        life.person(() -> life.see(Doing.BOARD, life.page("/mini/v1/board", Map.of())));
        life.person(() -> life.see(
                Doing.QUEUE,
                life.page("/console", Map.of("Authorization", "Bearer " + staffToken.get(), "Accept", "text/html"))));
        return life;
    }

    private void person(Runnable does) {
        Thread person = new Thread(() -> {
            while (!over) {
                does.run();
                Rig.pause(BETWEEN);
            }
        });
        people.add(person);
        person.start();
    }

    private void report(Phone phone) {
        String key = mark + "-" + UUID.randomUUID();
        unanswered.put(key, phone);
        Reply reply = phone.submit(key);
        see(Doing.REPORTING, reply);
        note(key, reply);
    }

    private void note(String key, Reply reply) {
        if (reply.status() == 201 || reply.status() == 200) {
            acknowledged.put(key, reply.json().path("number").asText());
            unanswered.remove(key);
        }
    }

    private Reply page(String path, Map<String, String> headers) {
        return city.send("GET", "jieshou.localhost", path, headers, null);
    }

    private void see(Doing doing, Reply reply) {
        seen.add(new Seen(doing, reply, System.nanoTime()));
    }

    /** Waits until everybody has got what they wanted for a whole second. @return how long that took, or the longest wait */
    public Duration untilNormal(Duration longest) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < longest.toNanos()) {
            Rig.pause(Duration.ofMillis(100));
            long second = System.nanoTime() - Duration.ofSeconds(1).toNanos();
            List<Seen> last = seen.stream().filter(each -> each.at() > second).toList();
            boolean all = last.stream().map(Seen::doing).distinct().count() == Doing.values().length;
            if (second > start && all && last.stream().allMatch(Seen::isFine)) {
                return Duration.ofNanos(second - start);
            }
        }
        return longest;
    }

    /** Everything seen since this moment, a line for each kind of doing. */
    public Map<Doing, Map<String, Integer>> since(long moment) {
        Map<Doing, Map<String, Integer>> counts = new TreeMap<>();
        seen.stream().filter(each -> each.at() > moment).forEach(each -> counts.computeIfAbsent(
                        each.doing(), first -> new TreeMap<>())
                .merge(each.outcome(), 1, Integer::sum));
        return counts;
    }

    public long slowestMillisSince(long moment) {
        return seen.stream()
                .filter(each -> each.at() > moment)
                .mapToLong(each -> each.reply().millis())
                .max()
                .orElse(0);
    }

    /** Answers no person should get: innards, a failure that says nothing, our own fault where a part is only away. */
    public List<String> indecent() {
        return seen.stream()
                .filter(each -> each.reply().showsInnards()
                        || each.reply().status() == 500
                        || each.reply().status() >= 500
                                && each.reply().code().isEmpty()
                                && !each.reply().body().contains("lang=\"zh-CN\""))
                .map(each -> each.reply().status() + " " + each.reply().body())
                .limit(3)
                .toList();
    }

    /** Ends it; what was never answered is sent once more with its key, as the mini-program does when it is opened again. */
    @Override
    public void close() {
        over = true;
        people.forEach(EverydayLife::join);
        Map.copyOf(unanswered).forEach((key, phone) -> {
            for (int i = 0; i < 20 && unanswered.containsKey(key); i++) {
                Reply reply = phone.submit(key);
                note(key, reply);
                if (unanswered.containsKey(key)) {
                    Duration asked = reply.retryAfter().plusMillis(300);
                    Rig.pause(asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT);
                }
            }
        });
    }

    private static void join(Thread person) {
        try {
            person.join(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public String mark() {
        return mark;
    }

    public Map<String, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    public int neverAnswered() {
        return unanswered.size();
    }
}
