package cn.shiyu.booking.hall;

import cn.shiyu.booking.DeskFlow;
import cn.shiyu.booking.DeskFlow.Arrived;
import cn.shiyu.booking.DeskQueries;
import cn.shiyu.booking.SlotQueries;
import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Gives out and calls a hall's numbers. The order is that of the places taken: who booked ten o'clock and is there stands where ten
 * o'clock stands, who came without a booking stands at the next place that was free; whoever comes later than their place stands
 * where they came.
 */
@ApplicationScoped
public class HallFlow {

    private static final String STREAM = "hall-ticket";

    @Inject
    TenantSql sql;

    @Inject
    DeskFlow desk;

    @Inject
    DeskQueries desks;

    @Inject
    SlotQueries slots;

    @Inject
    CityDirectory cities;

    @Inject
    EventLog log;

    @Inject
    Idempotency idempotency;

    @Inject
    Clock clock;

    /**
     * A number for somebody without a booking: the next free place of today.
     *
     * @return the number @throws Refusal 409 {@code slot-taken} when today's places are given out; 404 for a hall that is not theirs; 422
     */
    public Uni<Integer> walkIn(Caller clerk, IdempotencyKey key, UUID hall, String service, String name) {
        byte[] digest = IdempotencyKey.digest("hall-walk-in", hall, service, name);
        return sql.inTx(clerk.tenant(), connection -> idempotency.once(
                        connection, clerk, key, digest,
                        () -> desk.walkInNext(connection, clerk, hall, service, name)
                                .chain(arrived -> ticket(connection, clerk, hall, arrived))))
                .map(outcome -> Integer.valueOf(outcome.reference()));
    }

    /** A number for somebody who booked and is there now. @throws Refusal 409 when they are checked in already; 404 */
    public Uni<Integer> checkIn(Caller clerk, UUID hall, UUID booking) {
        return sql.inTx(clerk.tenant(), connection -> desk.checkIn(connection, clerk, hall, booking)
                        .chain(arrived -> ticket(connection, clerk, hall, arrived)))
                .map(Integer::valueOf);
    }

    private Uni<String> ticket(SqlConnection connection, Caller clerk, UUID hall, Arrived arrived) {
        Statements statements = Statements.on(connection);
        Instant now = now();
        Instant turn = arrived.start().isBefore(now) ? now : arrived.start();
        UUID id = UuidCreator.getTimeOrderedEpoch();
        LocalDate day = today(clerk);
        return statements
                .first(HallSql.NUMBER, clerk.tenant().value(), hall, day)
                .map(line -> line.orElseThrow().number(0))
                .call(number -> statements.update(
                        HallSql.ADD, clerk.tenant().value(), id, hall, day, number, arrived.booking(), turn, now))
                .call(number -> happened(connection, clerk, id, "TicketTaken", Map.of("number", number)))
                .map(String::valueOf)
                .onFailure(HallFlow::isSecond)
                .transform(second -> new Refusal(409, "number-taken", Messages.get("hall.fault.taken")));
    }

    private static boolean isSecond(Throwable failure) {
        return failure instanceof PgException refused && "23505".equals(refused.getSqlState());
    }

    /** 叫下一个. @return the number, or empty when nobody waits @throws Refusal 409 {@code window-busy}; 422 for no window of the hall; 404 */
    public Uni<Optional<Integer>> callNext(Caller clerk, UUID hall, int window) {
        return locked(clerk, hall, window, connection -> Statements.on(connection)
                .first(HallSql.NEXT, clerk.tenant().value(), hall, today(clerk))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<Integer>empty())
                        : move(connection, clerk, hall, HallQueries.view(found.get()), TicketAction.CALL, window)
                                .map(Optional::of)));
    }

    /** One step with one number: 叫回, 重呼, 过号, 办结. @throws Refusal 409 where the table has no such edge, {@code window-busy}; 404 */
    public Uni<Integer> act(Caller clerk, UUID hall, UUID ticket, TicketAction action, int window) {
        return locked(clerk, hall, window, connection -> find(connection, clerk, hall, ticket)
                .chain(one -> (action == TicketAction.FINISH
                                ? desk.finish(connection, clerk, one.bookingId())
                                : Uni.createFrom().voidItem())
                        .chain(() -> move(connection, clerk, hall, one, action, window))));
    }

    /** Always the bookable first, then its day: as taking a number does. */
    private <T> Uni<T> locked(Caller clerk, UUID hall, int window, Function<SqlConnection, Uni<T>> work) {
        return desks.bookable(clerk, hall).invoke(place -> refuseUnlessWindow(window, place.capacity())).chain(() -> sql.inTx(
                clerk.tenant(),
                connection -> desk.lock(connection, clerk, hall)
                        .chain(() -> Statements.on(connection).first(HallSql.LOCK, clerk.tenant().value(), hall, today(clerk)))
                        .chain(() -> work.apply(connection))));
    }

    private static void refuseUnlessWindow(int window, int windows) {
        if (window < 1 || window > windows) {
            throw Refusal.badInput("window", Messages.get("hall.fault.window", windows));
        }
    }

    private Uni<TicketView> find(SqlConnection connection, Caller clerk, UUID hall, UUID ticket) {
        return Statements.on(connection)
                .first(HallSql.ONE, clerk.tenant().value(), hall, today(clerk), ticket)
                .map(found -> HallQueries.view(found.orElseThrow(Refusal::notFound)));
    }

    private Uni<Integer> move(
            SqlConnection connection, Caller clerk, UUID hall, TicketView one, TicketAction action, int window) {
        TicketStatus to = TicketTransitions.after(action, one.status())
                .orElseThrow(() -> new Refusal(409, "wrong-state", Messages.get("hall.fault.state", one.number())));
        boolean comes = action == TicketAction.CALL;
        int at = comes ? window : one.window();
        int calls = to == TicketStatus.CALLED ? one.calls() + 1 : one.calls();
        return (comes ? refuseIfBusy(connection, clerk, hall, window) : Uni.createFrom().voidItem())
                .chain(() -> Statements.on(connection)
                        .update(HallSql.MOVE, clerk.tenant().value(), one.id(), to.name(), at, calls, now()))
                .chain(() -> happened(
                        connection, clerk, one.id(), action.event(), Map.of("number", one.number(), "window", at)))
                .replaceWith(one.number());
    }

    private Uni<Void> refuseIfBusy(SqlConnection connection, Caller clerk, UUID hall, int window) {
        return Statements.on(connection)
                .select(HallSql.AT_WINDOWS, clerk.tenant().value(), hall, today(clerk))
                .invoke(lines -> lines.stream().map(HallQueries::view).filter(one -> one.window() == window).findFirst().ifPresent(one -> {
                    throw new Refusal(409, "window-busy", Messages.get("hall.fault.busy", one.number()));
                }))
                .replaceWithVoid();
    }

    private Uni<Void> happened(SqlConnection connection, Caller clerk, UUID ticket, String type, Map<String, Object> facts) {
        return log.append(connection, clerk, null, new StreamId(STREAM, ticket), List.of(NewEvent.of(type, facts)), now())
                .replaceWithVoid();
    }

    private LocalDate today(Caller clerk) {
        return slots.today(cities.byId(clerk.tenant()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
