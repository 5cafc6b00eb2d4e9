package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** 候补: waiting for a place that gets free. Served strictly in the order of joining; nobody can be asked to be put before. */
@ApplicationScoped
public class WaitFlow {

    @Inject
    TenantSql sql;

    @Inject
    Agendas agendas;

    @Inject
    Turns turns;

    @Inject
    BookingRules rules;

    @Inject
    Idempotency idempotency;

    @Inject
    Clock clock;

    /** What somebody waits for. @param from first and @param to last day that would suit, dates of the city */
    public record Wish(UUID bookable, String service, Mode mode, LocalDate from, LocalDate to) {}

    /**
     * Joins the end of the line. Who finds a place free at once is offered it at once.
     *
     * @throws Refusal 409 {@code waiting-already} here; 422 when the days are none; else as {@link BookingFlow#hold}
     */
    public Uni<UUID> join(Caller resident, IdempotencyKey key, Wish wish) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return sql.inTx(
                        resident.tenant(),
                        connection -> idempotency.once(
                                connection,
                                resident,
                                key,
                                IdempotencyKey.digest("booking-wait", wish),
                                () -> join(connection, resident, wish, now)))
                .map(outcome -> UUID.fromString(outcome.reference()));
    }

    private Uni<String> join(SqlConnection connection, Caller resident, Wish wish, Instant now) {
        UUID own = UUID.fromString(resident.id());
        return agendas.open(connection, resident, wish.bookable(), now)
                .call(turns::settle)
                .call(open -> rules.mayBook(open, resident))
                .invoke(open -> refuseIfBad(open, wish))
                .call(open -> WaitList.waits(open.sql(), resident.tenant(), wish.bookable(), own).invoke(waits -> {
                    if (waits) {
                        throw BookingRefusals.waitingAlready();
                    }
                }))
                .chain(open -> join(open, wish, Guest.of(resident, open.bookable())));
    }

    private Uni<String> join(OpenAgenda open, Wish wish, Guest guest) {
        WaitEntry entry = new WaitEntry(
                UuidCreator.getTimeOrderedEpoch(), wish.bookable(), 0, wish.service(), wish.mode(), wish.from(), wish.to(), guest);
        return WaitList.join(open.sql(), open.tenant(), entry, open.now())
                .chain(() -> turns.settle(open.waitingFor(entry)))
                .replaceWith(entry.id().toString());
    }

    private void refuseIfBad(OpenAgenda open, Wish wish) {
        ServiceOffer service = rules.forItself(open, wish.service(), wish.mode());
        LocalDate today = open.agenda().rota().calendar().date(open.now());
        if (wish.from() == null || wish.to() == null || wish.to().isBefore(wish.from()) || wish.to().isBefore(today)) {
            throw Refusal.badInput("to", Messages.get("booking.refusal.noDays"));
        }
        if (wish.from().isAfter(today.plusDays(60L + service.horizonDays()))) {
            throw Refusal.badInput("from", Messages.get("booking.refusal.tooFar"));
        }
    }

    /** @throws Refusal 404 when the caller does not wait there any more */
    public Uni<Void> leave(Caller resident, UUID entry) {
        return sql.inTx(resident.tenant(), connection -> WaitList.leave(
                                Statements.on(connection), resident.tenant(), entry, UUID.fromString(resident.id()))
                        .invoke(rows -> {
                            if (rows == 0) {
                                throw Refusal.notFound();
                            }
                        }))
                .replaceWithVoid();
    }
}
