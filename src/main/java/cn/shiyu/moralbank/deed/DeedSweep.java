package cn.shiyu.moralbank.deed;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.jboss.logging.Logger;

/** Lets deeds go that nobody claimed, and goes on with points that are due. Every instance runs it; the row's lock decides. */
@ApplicationScoped
public class DeedSweep {

    private static final Logger LOG = Logger.getLogger(DeedSweep.class);

    @Inject
    CityDirectory cities;

    @Inject
    TenantSql sql;

    @Inject
    DeedStep step;

    @Inject
    DeedGrants grants;

    @Scheduled(every = "{shiyu.bank.deeds-every}", identity = "bank-deeds", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return Multi.createFrom()
                .iterable(cities.all())
                .onItem()
                .transformToUniAndConcatenate(city -> sweep(city.id())
                        .onFailure()
                        .invoke(failure -> LOG.errorf(failure, "deeds of %s not swept", city.id()))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> sweep(TenantId tenant) {
        return sql.inTx(tenant, connection -> expire(connection, tenant)).chain(() -> Multi.createBy()
                .repeating()
                .uni(() -> grants.next(tenant))
                .whilst(done -> done)
                .select()
                .first(200)
                .collect()
                .last()
                .replaceWithVoid());
    }

    private Uni<Void> expire(SqlConnection connection, TenantId tenant) {
        Statements on = Statements.on(connection);
        Instant now = step.now();
        return Deeds.unclaimed(on, tenant, now).chain(deeds -> Multi.createFrom()
                .iterable(deeds)
                .onItem()
                .transformToUniAndConcatenate(it -> Deeds.claimed(
                                on, tenant, it.id(), DeedTransitions.after(DeedAction.EXPIRE, it.status(), DeedStanding.SYSTEM), null)
                        .chain(() -> step.happened(
                                connection, Caller.system(tenant, "deed"), null, it.id(), "DeedExpired", Map.of(), now))
                        .chain(() -> step.tell(on, tenant, it.teller(), it.id(), "expired", now)))
                .collect()
                .last()
                .replaceWithVoid());
    }
}
