package cn.shiyu.moralbank.ledger.audit;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Remembers when the books were reconciled last and what came of it, for the clerk's page. */
@ApplicationScoped
class AuditLog {

    private static final String KEEP = """
            insert into bank_reconciled (tenant_id, run_id, ended_at, transfers, postings, millis, difference)
            values ($1, $2, $3, $4, $5, $6, $7)""";

    @Inject
    TenantSql sql;

    @Inject
    Clock clock;

    Uni<Void> keep(TenantId tenant, AuditReport report) {
        return sql.inTx(tenant, connection -> Statements.on(connection)
                        .update(
                                KEEP, tenant.value(), UuidCreator.getTimeOrderedEpoch(), clock.instant(), report.transfers(),
                                report.postings(), report.millis(),
                                report.isWhole() ? null : report.difference().toString()))
                .replaceWithVoid();
    }
}
