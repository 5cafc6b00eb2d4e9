package cn.shiyu.booking;

import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.identity.Caller;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What must hold whatever people do at once. */
@QuarkusTest
class BookingStormIT {

    private static final int CLIENTS = 50;
    private static final int ACTS = 10_000;

    @Inject
    BookingFlow booking;

    @Inject
    WaitFlow waiting;

    @Inject
    RotaFlow rota;

    @Inject
    SlotQueries slots;

    @Inject
    BookingSweep sweep;

    @Inject
    CityDirectory cities;

    @Test
    void tenThousandChangesByFiftyAtOnceNeverOverlapNeverLoseAPlaceAndKeepTheLine() throws Exception {
        City city = cities.byId(BookingCity.JIESHOU);
        ServiceOffer service = BookingSettings.of(city).service("legal-talk").orElseThrow();
        List<UUID> bookables = List.of(
                BookingCity.advisor(city.id(), 1), BookingCity.advisor(city.id(), 2), BookingCity.advisor(city.id(), 1),
                BookingCity.advisor(city.id(), 3));
        // So that places are few, all but three days are closed.
        List<Caller> residents = BookingCity.residents(city.id(), 120);
        Caller staff = BookingCity.staff(city.id(), BookingCity.UNIT);
        LocalDate today = slots.today(city);
        bookables.forEach(one -> closeFrom(one, today.plusDays(3), today.plusDays(16)));
        BookingStorm storm = new BookingStorm(
                new BookingStorm.Flows(booking, waiting, rota, slots), city, service, bookables, residents, staff);

        long began = System.nanoTime();
        blow(storm);
        System.out.println("storm: " + ACTS + " acts in " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) + " ms "
                + storm.counts());
        assertThat(storm.surprises()).isEmpty();

        BookingCity.run("update booking set held_until = now() - interval '1 second' where status = 'HELD'");
        await(() -> sweep.sweep(city.id()));
        assertThat(overlaps(bookables)).isEmpty();
        assertThat(keptTheLine(bookables)).isEmpty();
        bookables.forEach(one -> assertThat(lost(city, service, one)).isEmpty());
        assertThat(storm.counts()).containsKeys("hold done", "confirm done", "move done", "cancel done", "wait done", "rota done");
    }

    private static void closeFrom(UUID bookable, LocalDate from, LocalDate to) {
        from.datesUntil(to).forEach(day -> BookingCity.run(
                "insert into rota_exception (tenant_id, bookable_id, exception_id, day, from_time, to_time, extra)"
                        + " values ('jieshou', ?, ?, cast(? as date), '08:00', '20:00', false)",
                bookable, UUID.randomUUID(), day.toString()));
    }

    private static void blow(BookingStorm storm) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        AtomicInteger left = new AtomicInteger(ACTS);
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random(i);
            clients.submit(() -> {
                while (left.getAndDecrement() > 0) {
                    storm.act(random);
                }
            });
        }
        clients.shutdown();
        assertThat(clients.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
    }

    private static List<String> overlaps(List<UUID> bookables) {
        return BookingCity.ask("""
                select a.booking_id || ' ' || b.booking_id from booking a join booking b
                  on a.tenant_id = b.tenant_id and a.bookable_id = b.bookable_id and a.lane = b.lane
                  and a.booking_id < b.booking_id and a.taken && b.taken
                where a.bookable_id = any(?) and a.status in ('HELD', 'CONFIRMED', 'CHECKED_IN', 'SERVING')
                  and b.status in ('HELD', 'CONFIRMED', 'CHECKED_IN', 'SERVING')""", (Object) bookables.toArray(UUID[]::new));
    }

    /** Everybody waits for any day: whoever was offered a place before somebody ahead of them, who waited then, jumped the line. */
    private static List<String> keptTheLine(List<UUID> bookables) {
        return BookingCity.ask("""
                select behind.entry_id || ' before ' || ahead.entry_id from wait_entry ahead join wait_entry behind
                  on behind.tenant_id = ahead.tenant_id and behind.bookable_id = ahead.bookable_id
                  and behind.place_in_line > ahead.place_in_line
                where ahead.bookable_id = any(?) and behind.offered_at is not null
                  and (ahead.offered_at > behind.offered_at or (ahead.offered_at is null and ahead.status = 'WAITING'))""",
                (Object) bookables.toArray(UUID[]::new));
    }

    /** Every place that the rota has is either taken or offered to everybody, and nobody waits for a free one. */
    private List<String> lost(City city, ServiceOffer service, UUID bookable) {
        LocalDate today = slots.today(city);
        List<Slot> free = await(() -> slots.free(city, bookable, service, today, today.plusDays(4)));
        List<String> wrong = new ArrayList<>();
        int capacity = Integer.parseInt(BookingCity.ask("select capacity from bookable where bookable_id = ?", bookable).get(0));
        for (Slot slot : free) {
            int busy = busiest(bookable, slot.start(), slot.start().plus(service.takes()));
            if (capacity - busy != slot.left()) {
                wrong.add(slot + " but " + busy + " of " + capacity + " taken");
            }
        }
        boolean somebodyWaits = !BookingCity.ask(
                "select 1 from wait_entry where bookable_id = ? and status = 'WAITING' limit 1", bookable).isEmpty();
        if (somebodyWaits && !free.isEmpty()) {
            wrong.add("somebody waits, and free are " + free);
        }
        return wrong;
    }

    private static int busiest(UUID bookable, Instant from, Instant to) {
        return Integer.parseInt(BookingCity.ask("""
                select count(distinct lane) from booking where bookable_id = ?
                  and status in ('HELD', 'CONFIRMED', 'CHECKED_IN', 'SERVING')
                  and taken && tstzrange(cast(? as timestamptz), cast(? as timestamptz))""",
                bookable, from.toString(), to.toString()).get(0));
    }
}
