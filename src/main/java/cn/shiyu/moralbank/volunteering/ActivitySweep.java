package cn.shiyu.moralbank.volunteering;

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
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Starts and ends activities by the clock, goes on with points that are due, and forgets phones. Every instance runs it; the row's lock decides. */
@ApplicationScoped
public class ActivitySweep {

    private static final Logger LOG = Logger.getLogger(ActivitySweep.class);

    /** So long it may be told which phones sent the same code. */
    private static final Duration PHONES = Duration.ofDays(90);

    private static final String TURNS = Activity.COLUMNS + """
             and turns_at <= $2 order by turns_at limit 100 for no key update skip locked""";
    private static final String FORGET = """
            update volunteer_place set in_phone = null, out_phone = null
            where tenant_id = $1 and signed_at < $2 and (in_phone is not null or out_phone is not null)
              and coalesce(out_at, in_at) < $2""";
    private static final int GRANTS = 200;

    @Inject
    CityDirectory cities;

    @Inject
    TenantSql sql;

    @Inject
    ActivityStep step;

    @Inject
    HoursGrants grants;

    @Scheduled(every = "{shiyu.bank.activities-every}", identity = "bank-activities", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return Multi.createFrom()
                .iterable(cities.all())
                .onItem()
                .transformToUniAndConcatenate(city -> sweep(city)
                        .onFailure()
                        .invoke(failure -> LOG.errorf(failure, "activities of %s not swept", city.id()))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> sweep(City city) {
        Instant now = step.now();
        return sql.inTx(city.id(), connection -> turn(connection, city, now)).chain(() -> grant(city.id()));
    }

    private Uni<Void> turn(SqlConnection connection, City city, Instant now) {
        return Statements.on(connection)
                .select(TURNS, city.id().value(), now)
                .chain(lines -> Multi.createFrom()
                        .iterable(lines)
                        .map(Activity::of)
                        .onItem()
                        .transformToUniAndConcatenate(it -> {
                            ActivityAction due = step.due(city, it, now);
                            return due == null ? Uni.createFrom().voidItem() : step.turn(connection, city, it, due, now);
                        })
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    /** A part of them at a time, so that no city waits for another's big day. */
    private Uni<Void> grant(TenantId tenant) {
        AtomicInteger left = new AtomicInteger(GRANTS);
        return Multi.createBy()
                .repeating()
                .uni(() -> grants.next(tenant))
                .whilst(done -> done && left.decrementAndGet() > 0)
                .collect()
                .last()
                .replaceWithVoid();
    }

    @Scheduled(every = "6h", delayed = "5m", identity = "bank-phones", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetPhones() {
        return Multi.createFrom()
                .iterable(cities.all())
                .onItem()
                .transformToUniAndConcatenate(city -> forgetPhones(city.id()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    Uni<Integer> forgetPhones(TenantId tenant) {
        return sql.inTx(tenant, connection -> Statements.on(connection).update(FORGET, tenant.value(), step.now().minus(PHONES)));
    }
}
