package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Changes when a bookable is there. Bookings that no longer fit are not lost silently: they become {@link
 * BookingStatus#DISPLACED}, the person is told and chooses again.
 */
@ApplicationScoped
public class RotaFlow {

    private static final int MOST_A_WEEK = 42;

    @Inject
    TenantSql sql;

    @Inject
    Agendas agendas;

    @Inject
    Turns turns;

    @Inject
    BookingEvents events;

    @Inject
    Clock clock;

    /** @return how many bookings lost their place @throws Refusal 404 for a bookable that is not theirs, 422 */
    public Uni<Integer> setWeek(Caller staff, UUID bookable, List<RotaPattern> week) {
        if (week.size() > MOST_A_WEEK) {
            throw Refusal.badInput("week", Messages.get("booking.refusal.weekLong", MOST_A_WEEK));
        }
        return change(
                staff,
                bookable,
                open -> Rotas.replaceWeek(open.sql(), open.tenant(), bookable, week),
                "RotaWeekSet",
                Map.of("shifts", week.size()));
    }

    /** @throws Refusal 422 for a day that has passed */
    public Uni<Integer> except(Caller staff, UUID bookable, RotaException exception) {
        LocalDate today = clock.instant().atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate();
        if (exception.day().isBefore(today)) {
            throw Refusal.badInput(List.of(new FieldError("day", Messages.get("booking.refusal.dayPassed"))));
        }
        return change(
                staff,
                bookable,
                open -> Rotas.add(open.sql(), open.tenant(), bookable, exception).replaceWithVoid(),
                "RotaExceptionAdded",
                Map.of("day", exception.day().toString(), "extra", exception.extra()));
    }

    public Uni<Integer> dropException(Caller staff, UUID bookable, UUID exception) {
        return change(
                staff,
                bookable,
                open -> Rotas.drop(open.sql(), open.tenant(), bookable, exception).replaceWithVoid(),
                "RotaExceptionDropped",
                Map.of("exception", exception.toString()));
    }

    /** How many may come at once, and whether anybody may. */
    public Uni<Integer> setCapacity(Caller staff, UUID bookable, int capacity, boolean active) {
        if (capacity < 1 || capacity > 50) {
            throw Refusal.badInput("capacity", Messages.get("booking.refusal.capacity"));
        }
        return change(
                staff,
                bookable,
                open -> Bookables.change(open.sql(), open.tenant(), open.bookable().with(capacity, active))
                        .replaceWithVoid(),
                "CapacitySet",
                Map.of("capacity", capacity, "active", active));
    }

    /**
     * How many bookings {@link #setWeek} would take the place from: done, counted and undone, so that it is what really would happen.
     * Nobody is told.
     */
    public Uni<Integer> tryWeek(Caller staff, UUID bookable, List<RotaPattern> week) {
        return tried(staff, bookable, open -> Rotas.replaceWeek(open.sql(), open.tenant(), bookable, week));
    }

    /** The same of {@link #except}. */
    public Uni<Integer> tryException(Caller staff, UUID bookable, RotaException exception) {
        return tried(staff, bookable, open -> Rotas.add(open.sql(), open.tenant(), bookable, exception).replaceWithVoid());
    }

    private Uni<Integer> tried(Caller staff, UUID bookable, Function<OpenAgenda, Uni<Void>> work) {
        return sql.inTx(staff.tenant(), connection -> change(connection, staff, bookable, work, "RotaTried", Map.of())
                        .onItem()
                        .transformToUni(hit -> Uni.createFrom().<Integer>failure(new OnlyTried(hit))))
                .onFailure(OnlyTried.class)
                .recoverWithItem(tried -> ((OnlyTried) tried).hit);
    }

    /** Carries a count out of the transaction that is not to happen. */
    private static final class OnlyTried extends RuntimeException {
        private final int hit;

        private OnlyTried(int hit) {
            super(null, null, false, false);
            this.hit = hit;
        }
    }

    private Uni<Integer> change(
            Caller staff, UUID bookable, Function<OpenAgenda, Uni<Void>> work, String type, Map<String, Object> facts) {
        return sql.inTx(staff.tenant(), connection -> change(connection, staff, bookable, work, type, facts));
    }

    private Uni<Integer> change(
            SqlConnection connection,
            Caller staff,
            UUID bookable,
            Function<OpenAgenda, Uni<Void>> work,
            String type,
            Map<String, Object> facts) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return agendas.open(connection, staff, bookable, now)
                .invoke(open -> refuseUnlessTheirs(staff, open.bookable()))
                .chain(work::apply)
                .chain(() -> events.rotaChanged(connection, staff, bookable, type, facts, now))
                // Read again, as it is now: the same lock is held.
                .chain(() -> fit(connection, staff, bookable, now));
    }

    private static void refuseUnlessTheirs(Caller staff, Bookable bookable) {
        if (!BookingStep.provides(staff, bookable) && !staff.holds(Role.TENANT_ADMIN)) {
            throw Refusal.notFound();
        }
    }

    private Uni<Integer> fit(SqlConnection connection, Caller staff, UUID bookable, Instant now) {
        return agendas.open(connection, staff, bookable, now).chain(open -> {
            List<Booking> homeless = new ArrayList<>(open.standing().values())
                    .stream().filter(one -> homeless(open, one)).toList();
            return Multi.createFrom()
                    .iterable(homeless)
                    .onItem()
                    .transformToUniAndConcatenate(one -> turns.displace(open, one))
                    .collect()
                    .last()
                    .chain(() -> turns.settle(open))
                    .replaceWith((int) homeless.stream().filter(one -> one.status() == BookingStatus.CONFIRMED).count());
        });
    }

    // Who is there already stays, and so does who only walked in.
    private static boolean homeless(OpenAgenda open, Booking booking) {
        boolean still = booking.status() == BookingStatus.HELD || booking.status() == BookingStatus.CONFIRMED;
        return still
                && booking.start().isAfter(open.now())
                && (!open.bookable().active()
                        || !open.agenda().has(booking.lane())
                        || !open.agenda().rota().covers(booking.start(), booking.end()));
    }
}
