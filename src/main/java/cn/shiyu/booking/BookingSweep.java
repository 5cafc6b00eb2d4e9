package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What happens without anyone asking: holds run out, days come within reach of those who wait, bookings are reminded of.
 * Every instance runs it; the bookable's lock decides who does it.
 */
@ApplicationScoped
public class BookingSweep {

    private static final Logger LOG = Logger.getLogger(BookingSweep.class);
    private static final int BATCH = 200;

    /** Holds that ran out, and lines in which somebody waits. By lot, so that with very many none is left out for long. */
    private static final String TO_SETTLE = """
            select bookable_id from (
              select bookable_id from booking where tenant_id = $1 and status = 'HELD' and held_until <= $2
              union select bookable_id from wait_entry where tenant_id = $1 and status = 'WAITING') s
            order by random() limit $3""";
    private static final String TO_REMIND = """
            select booking_id from booking where tenant_id = $1 and remind_at <= $2 order by remind_at limit $3""";

    @Inject
    CityDirectory cities;

    @Inject
    TenantSql sql;

    @Inject
    Agendas agendas;

    @Inject
    Turns turns;

    @Inject
    BookingRules rules;

    @Inject
    Clock clock;

    @Scheduled(
            every = "{shiyu.booking.every}",
            identity = "booking",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return Multi.createFrom()
                .iterable(cities.all())
                .map(City::id)
                .onItem()
                .transformToUniAndConcatenate(tenant -> quietly(tenant, sweep(tenant)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    Uni<Void> sweep(TenantId tenant) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return ids(tenant, TO_SETTLE, now)
                .chain(bookables -> each(bookables, bookable -> quietly(tenant, settle(tenant, bookable, now))))
                .chain(() -> ids(tenant, TO_REMIND, now))
                .chain(bookings -> each(bookings, booking -> quietly(tenant, remind(tenant, booking, now))));
    }

    private Uni<List<UUID>> ids(TenantId tenant, String query, Instant now) {
        return sql.inTx(tenant, connection -> Statements.on(connection)
                .select(query, tenant.value(), now, BATCH)
                .map((List<Line> lines) -> lines.stream().map(line -> line.uuid(0)).toList()));
    }

    private Uni<Void> settle(TenantId tenant, UUID bookable, Instant now) {
        Caller job = Caller.system(tenant, "booking");
        return sql.inTx(tenant, connection -> agendas.open(connection, job, bookable, now)
                .call(open -> WaitList.lapse(
                        open.sql(), tenant, bookable, open.agenda().rota().calendar().date(now)))
                .chain(turns::settle));
    }

    private Uni<Void> remind(TenantId tenant, UUID booking, Instant now) {
        Caller job = Caller.system(tenant, "booking");
        return sql.inTx(tenant, connection -> Bookings.find(Statements.on(connection), tenant, booking)
                .chain(found -> agendas.open(connection, job, found.orElseThrow().bookable(), now))
                .chain(open -> {
                    Booking one = open.standing().get(booking);
                    boolean due = one != null && one.remindAt() != null && !one.remindAt().isAfter(now);
                    return due ? remind(open, one) : Uni.createFrom().voidItem();
                }));
    }

    private Uni<Void> remind(OpenAgenda open, Booking booking) {
        Instant next = rules.nextReminder(open.settings(), booking.start(), open.now());
        return open.change(booking.remindedAt(next))
                .chain(() -> turns.tell(open, booking, "booking.notice.reminder"));
    }

    // One city's or one line's trouble is not another's.
    private static Uni<Void> quietly(TenantId tenant, Uni<Void> work) {
        return work.onFailure()
                .invoke(failure -> LOG.errorf(failure, "bookings of %s not swept", tenant))
                .onFailure()
                .recoverWithNull();
    }

    private static Uni<Void> each(List<UUID> ids, java.util.function.Function<UUID, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
