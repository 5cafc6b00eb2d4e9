package cn.shiyu.booking;

import static cn.shiyu.support.Await.await;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.City;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Many people and some staff, each doing whatever comes to mind, over and over. */
final class BookingStorm {

    /** What may be said to somebody who wants what others want too. */
    private static final Set<String> EXPECTED = Set.of(
            "slot-taken", "own-time-taken", "too-many-bookings", "waiting-already", "wrong-state", "hold-over", "stale-version",
            "bad-input", "not-found", "too-late-to-change");

    record Flows(BookingFlow booking, WaitFlow waiting, RotaFlow rota, SlotQueries slots) {}

    private final Flows flows;
    private final City city;
    private final ServiceOffer service;
    private final List<UUID> bookables;
    private final List<Caller> residents;
    private final Caller staff;
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final Map<UUID, Queue<UUID>> own = new ConcurrentHashMap<>();

    BookingStorm(Flows flows, City city, ServiceOffer service, List<UUID> bookables, List<Caller> residents, Caller staff) {
        this.flows = flows;
        this.city = city;
        this.service = service;
        this.bookables = bookables;
        this.residents = residents;
        this.staff = staff;
    }

    Map<String, AtomicInteger> counts() {
        return counts;
    }

    Queue<String> surprises() {
        return surprises;
    }

    void act(Random random) {
        Caller who = residents.get(random.nextInt(residents.size()));
        int dice = random.nextInt(100);
        if (dice < 44) {
            tried("hold", () -> hold(random, who));
        } else if (dice < 64) {
            tried("confirm", () -> confirm(random, who));
        } else if (dice < 79) {
            tried("move", () -> move(random, who));
        } else if (dice < 90) {
            tried("cancel", () -> cancel(random, who));
        } else if (dice < 93) {
            tried("wait", () -> join(random, who));
        } else if (dice < 97) {
            tried("rota", () -> changeRota(random));
        } else {
            tried("time passes", this::holdsRunOut);
        }
    }

    private void tried(String what, Runnable action) {
        try {
            action.run();
            count(what + " done");
        } catch (Refusal refused) {
            count(what + ": " + refused.code());
            if (!EXPECTED.contains(refused.code())) {
                surprises.add(what + ": " + refused.code() + " " + refused.getMessage());
            }
        } catch (RuntimeException | Error e) {
            surprises.add(what + ": " + e);
        }
    }

    private void count(String what) {
        counts.computeIfAbsent(what, ignored -> new AtomicInteger()).incrementAndGet();
    }

    private void hold(Random random, Caller who) {
        BookingFlow.Wish wish = wish(random);
        UUID held = await(() -> flows.booking().hold(who, IdempotencyKey.fresh(), wish));
        mine(who).add(held);
    }

    private BookingFlow.Wish wish(Random random) {
        UUID bookable = one(bookables, random);
        LocalDate today = flows.slots().today(city);
        List<Slot> free = await(() -> flows.slots().free(city, bookable, service, today, today.plusDays(3)));
        if (free.isEmpty()) {
            throw BookingRefusals.taken();
        }
        // One of the first few: everybody wants those.
        Slot slot = free.get(random.nextInt(Math.min(6, free.size())));
        return new BookingFlow.Wish(bookable, service.code(), Mode.IN_PERSON, slot.start());
    }

    private void confirm(Random random, Caller who) {
        UUID booking = any(who);
        await(() -> flows.booking().confirm(who, booking, null, "关于合同"));
    }

    private void move(Random random, Caller who) {
        UUID booking = any(who);
        BookingFlow.Wish wish = wish(random);
        await(() -> flows.booking().move(who, booking, wish));
    }

    private void cancel(Random random, Caller who) {
        UUID booking = mine(who).poll();
        if (booking == null) {
            throw Refusal.notFound();
        }
        await(() -> flows.booking().cancel(who, booking));
    }

    private void join(Random random, Caller who) {
        LocalDate today = flows.slots().today(city);
        WaitFlow.Wish wish = new WaitFlow.Wish(
                one(bookables, random), service.code(), Mode.IN_PERSON, today, today.plusDays(service.horizonDays()));
        await(() -> flows.waiting().join(who, IdempotencyKey.fresh(), wish));
    }

    private void changeRota(Random random) {
        LocalDate day = flows.slots().today(city).plusDays(1 + random.nextInt(3));
        int hour = 8 + random.nextInt(11);
        RotaException closed = new RotaException(
                UUID.randomUUID(), day, new Hours(LocalTime.of(hour, 0), LocalTime.of(hour + 1, 20)), random.nextInt(4) == 0, "临时有事");
        UUID bookable = one(bookables, random);
        await(() -> flows.rota().except(staff, bookable, closed));
        if (random.nextInt(3) > 0) {
            await(() -> flows.rota().dropException(staff, bookable, closed.id()));
        }
    }

    private void holdsRunOut() {
        BookingCity.run("update booking set held_until = now() - interval '1 second' where status = 'HELD' and booking_id in"
                + " (select booking_id from booking where status = 'HELD' order by random() limit 2 for update skip locked)");
    }

    private UUID any(Caller who) {
        UUID booking = mine(who).poll();
        if (booking == null) {
            throw Refusal.notFound();
        }
        mine(who).add(booking);
        return booking;
    }

    private Queue<UUID> mine(Caller who) {
        return own.computeIfAbsent(UUID.fromString(who.id()), ignored -> new ConcurrentLinkedQueue<>());
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
