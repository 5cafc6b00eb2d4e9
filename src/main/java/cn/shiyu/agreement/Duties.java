package cn.shiyu.agreement;

import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Times;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** The table {@code agreement_duty}. */
@ApplicationScoped
class Duties {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final String CLEAR = "delete from agreement_duty where tenant_id = $1 and agreement_id = $2";
    private static final String ADD = """
            insert into agreement_duty (tenant_id, agreement_id, place, debtor, words_sealed, fen, due_on)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String ALL = """
            select place, debtor, words_sealed, fen, due_on, state, reported_at, done_at from agreement_duty
            where tenant_id = $1 and agreement_id = $2 order by place""";
    private static final String WHERE = " where tenant_id = $1 and agreement_id = $2 and place = $3";
    private static final String REMIND = "update agreement_duty set remind_at = $4" + WHERE;
    private static final String REPORTED =
            "update agreement_duty set state = 'REPORTED', reported_at = $4" + WHERE + " and debtor = $5 and state = 'OPEN'";
    private static final String DONE =
            "update agreement_duty set state = 'DONE', done_at = $4, remind_at = null" + WHERE + " and debtor <> $5 and state <> 'DONE'";
    private static final String DENIED = "update agreement_duty set state = 'OPEN', reported_at = null, remind_at = $5" + WHERE
            + " and debtor <> $4 and state = 'REPORTED'";
    private static final String REST =
            "update agreement_duty set remind_at = null where tenant_id = $1 and agreement_id = $2 and remind_at is not null";

    @Inject
    Sealer sealer;

    /** These in place of those that were. */
    Uni<Void> write(Statements sql, TenantId tenant, UUID id, List<Duty> duties) {
        return sql.update(CLEAR, tenant.value(), id)
                .chain(() -> sql.batch(ADD, duties.stream()
                        .map(duty -> new Object[] {
                            tenant.value(), id, duty.place(), duty.debtor().name(),
                            sealer.seal(tenant, Purpose.CONFIDENCE, label(id, duty.place()), duty.words()), duty.fen(), duty.due()
                        })
                        .toList()));
    }

    Uni<List<Duty>> of(Statements sql, TenantId tenant, UUID id) {
        return sql.select(ALL, tenant.value(), id)
                .map(lines -> lines.stream().map(line -> opened(tenant, id, line)).toList());
    }

    private Duty opened(TenantId tenant, UUID id, Line line) {
        int place = line.number(0);
        return new Duty(
                place, AgreementSide.valueOf(line.text(1)),
                sealer.openText(tenant, Purpose.CONFIDENCE, label(id, place), line.bytes(2)),
                line.missing(3) ? null : line.bigNumber(3), (LocalDate) line.values()[4], Duty.State.valueOf(line.text(5)),
                line.missing(6) ? null : line.instant(6), line.missing(7) ? null : line.instant(7));
    }

    /** From the day before it is due on. */
    Uni<Void> watch(Statements sql, TenantId tenant, UUID id, List<Duty> duties) {
        return sql.batch(REMIND, duties.stream()
                .map(duty -> new Object[] {tenant.value(), id, duty.place(), morning(duty.due().minusDays(1))})
                .toList());
    }

    Uni<Integer> remindNext(Statements sql, TenantId tenant, UUID id, int place, Instant when) {
        return sql.update(REMIND, tenant.value(), id, place, when);
    }

    /** @return 0 unless this side owes it and it was open; the others likewise */
    Uni<Integer> reported(Statements sql, TenantId tenant, UUID id, int place, AgreementSide by, Instant at) {
        return sql.update(REPORTED, tenant.value(), id, place, at, by.name());
    }

    Uni<Integer> done(Statements sql, TenantId tenant, UUID id, int place, AgreementSide by, Instant at) {
        return sql.update(DONE, tenant.value(), id, place, at, by.name());
    }

    Uni<Integer> denied(Statements sql, TenantId tenant, UUID id, int place, AgreementSide by, Instant at) {
        return sql.update(DENIED, tenant.value(), id, place, by.name(), at);
    }

    /** Nothing is watched any more. */
    Uni<Integer> rest(Statements sql, TenantId tenant, UUID id) {
        return sql.update(REST, tenant.value(), id);
    }

    /** Nine in the morning of a day of the city. */
    static Instant morning(LocalDate day) {
        return day.atTime(MORNING).atZone(Times.ZONE).toInstant();
    }

    private static String label(UUID id, int place) {
        return "agreement-duty:" + id + ":" + place;
    }
}
