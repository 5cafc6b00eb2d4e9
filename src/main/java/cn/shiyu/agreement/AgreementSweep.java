package cn.shiyu.agreement;

import cn.shiyu.clock.Calendars;
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
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Watches what is owed and the limit of judicial confirmation. Every instance runs it; the row's lock decides who does it. */
@ApplicationScoped
public class AgreementSweep {

    private static final Logger LOG = Logger.getLogger(AgreementSweep.class);
    private static final int BATCH = 100;
    private static final Duration BEFORE = Duration.ofDays(7);
    private static final Duration JUST_BEFORE = Duration.ofDays(1);
    private static final String DUTIES = """
            select d.agreement_id, d.place, d.debtor, d.due_on, d.state from agreement_duty d
            where d.tenant_id = $1 and d.remind_at <= $2 order by d.remind_at limit $3 for no key update skip locked""";
    private static final String LAPSING = """
            select agreement_id, confirm_due <= $2 from agreement
            where tenant_id = $1 and confirmation in ('NONE', 'READY') and confirm_due is not null
              and (status = 'IN_FORCE' or confirmation = 'READY')
              and (confirm_due <= $2 or (confirm_due <= $3 and confirm_reminders < 1) or (confirm_due <= $4 and confirm_reminders < 2))
            order by confirm_due limit $5 for no key update skip locked""";
    private static final String REMINDED =
            "update agreement set confirm_reminders = confirm_reminders + 1 where tenant_id = $1 and agreement_id = $2";

    @Inject
    CityDirectory cities;

    @Inject
    TenantSql sql;

    @Inject
    AgreementStep step;

    @Inject
    Signers signers;

    @Inject
    Duties duties;

    @Inject
    Calendars calendars;

    @Scheduled(
            every = "{shiyu.agreement.every}",
            identity = "agreement",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return each(cities.all().stream().toList(), city -> sweep(city)
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "agreements of %s not swept", city.id()))
                .onFailure()
                .recoverWithNull());
    }

    Uni<Void> sweep(City city) {
        Instant now = step.now();
        LocalDate today = calendars.of(city).date(now);
        return sql.inTx(city.id(), connection -> Statements.on(connection)
                        .select(DUTIES, city.id().value(), now, BATCH)
                        .chain(due -> each(due, line -> remind(connection, city.id(), line, today, now))))
                .chain(() -> sql.inTx(city.id(), connection -> Statements.on(connection)
                        .select(LAPSING, city.id().value(), now, now.plus(BEFORE), now.plus(JUST_BEFORE), BATCH)
                        .chain(due -> each(due, line -> lapse(connection, city.id(), line, now)))));
    }

    /** The day before, and once more when it is late; who owes it is told, and to whom when late. */
    private Uni<Void> remind(SqlConnection connection, TenantId tenant, Line line, LocalDate today, Instant now) {
        Statements on = Statements.on(connection);
        UUID id = line.uuid(0);
        LocalDate due = (LocalDate) line.values()[3];
        boolean late = due.isBefore(today);
        boolean done = Duty.State.valueOf(line.text(4)) == Duty.State.DONE;
        AgreementSide debtor = AgreementSide.valueOf(line.text(2));
        Uni<Integer> next = duties.remindNext(on, tenant, id, line.number(1), late || done ? null : Duties.morning(due.plusDays(1)));
        return next.chain(() -> signers.of(on, tenant, id)).chain(both -> done
                ? Uni.createFrom().voidItem()
                : step.tell(on, tenant, both.get(debtor), id, late ? "late" : "soon", now)
                        .chain(() -> late
                                ? step.tell(on, tenant, both.get(debtor.other()), id, "lateOther", now)
                                : Uni.createFrom().voidItem()));
    }

    private Uni<Void> lapse(SqlConnection connection, TenantId tenant, Line line, Instant now) {
        Statements on = Statements.on(connection);
        UUID id = line.uuid(0);
        boolean over = line.truth(1);
        Uni<Integer> changed = over
                ? Agreements.confirmation(on, tenant, id, Confirmation.LAPSED, null, null)
                : on.update(REMINDED, tenant.value(), id);
        return changed.chain(() -> over
                        ? step.happened(connection, Caller.system(tenant, "agreement"), id, "ConfirmationLapsed", Map.of(), now)
                        : Uni.createFrom().voidItem())
                .chain(() -> signers.of(on, tenant, id))
                .chain(both -> each(List.copyOf(both.values()), one ->
                        step.tell(on, tenant, one, id, over ? "confirmOver" : "confirmSoon", now)));
    }

    private static <T> Uni<Void> each(List<T> all, java.util.function.Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
