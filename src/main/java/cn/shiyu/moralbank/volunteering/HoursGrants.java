package cn.shiyu.moralbank.volunteering;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.award.Awards;
import cn.shiyu.moralbank.award.Earned;
import cn.shiyu.moralbank.award.Granted;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.notify.Notices;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Gives the points of confirmed hours, one person a transaction: the row is locked, granted and marked together, so a crash between two
 * people leaves the rest to be done and nobody paid twice. What cannot be granted now (no budget) is tried again.
 */
@ApplicationScoped
class HoursGrants {

    private static final Logger LOG = Logger.getLogger(HoursGrants.class);
    private static final Duration AGAIN = Duration.ofMinutes(10);

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    Awards awards;

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    /** A failure with whose it was: the transaction that met it is gone. */
    private static final class Refused extends RuntimeException {

        private final transient Place place;
        private final String code;

        Refused(Place place, Throwable failure) {
            super("refused", failure, false, false);
            this.place = place;
            this.code = failure instanceof Refusal refusal ? refusal.code() : "failed";
        }
    }

    /** Everybody of one activity. */
    Uni<Void> all(TenantId tenant, UUID activity) {
        return Multi.createBy()
                .repeating()
                .uni(() -> next(tenant, on -> Places.dueOf(on, tenant, activity)))
                .whilst(done -> done)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** @return whether there was anybody */
    Uni<Boolean> next(TenantId tenant) {
        return next(tenant, on -> Places.due(on, tenant, now()));
    }

    private Uni<Boolean> next(TenantId tenant, Function<Statements, Uni<Optional<Place>>> whose) {
        return sql.inTx(tenant, connection -> whose.apply(Statements.on(connection)).chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(false)
                        : grant(connection, tenant, found.get()).replaceWith(true)))
                .onFailure(Refused.class)
                .recoverWithUni(failure -> trouble(tenant, (Refused) failure).replaceWith(true));
    }

    private Uni<Void> grant(SqlConnection connection, TenantId tenant, Place it) {
        Statements on = Statements.on(connection);
        City city = cities.byId(tenant);
        return Activities.find(on, tenant, it.activity()).map(Optional::orElseThrow).chain(activity -> awards
                .grant(connection, Caller.system(tenant, "volunteering"), earned(city, activity, it))
                .onFailure()
                .transform(failure -> new Refused(it, failure))
                .call(given -> Places.granted(on, tenant, it, given.award(), given.points(), given.capped()))
                .chain(given -> tell(on, tenant, activity, it, given)));
    }

    private Earned earned(City city, Activity activity, Place it) {
        return new Earned(
                it.resident(), activity.kind(), it.minutes(), calendars.of(city).date(activity.starts()), activity.budget(),
                new Source("activity", activity.id().toString()));
    }

    private Uni<Void> tell(Statements on, TenantId tenant, Activity activity, Place it, Granted given) {
        String words = Messages.get("earn.notice.granted", activity.title(), it.minutes(), given.points());
        return notices.tell(on, tenant, it.resident(), words, "/bank/activities/" + activity.id(), now());
    }

    /** Whatever it was, nobody else waits for it. */
    private Uni<Integer> trouble(TenantId tenant, Refused refused) {
        if (refused.code.equals("failed")) {
            LOG.errorf(refused.getCause(), "points of activity %s not given", refused.place.activity());
        }
        return sql.inTx(tenant, connection -> Places.trouble(
                Statements.on(connection), tenant, refused.place.activity(), refused.place.resident(), refused.code, now().plus(AGAIN)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
