package cn.shiyu.moralbank.deed;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.award.Awards;
import cn.shiyu.moralbank.award.Earned;
import cn.shiyu.moralbank.award.Granted;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Gives the points of approved deeds, each in a transaction of its own: granted and marked together, so exactly once. */
@ApplicationScoped
class DeedGrants {

    private static final Logger LOG = Logger.getLogger(DeedGrants.class);
    private static final Duration AGAIN = Duration.ofMinutes(10);

    @Inject
    TenantSql sql;

    @Inject
    Awards awards;

    @Inject
    DeedStep step;

    private static final class Refused extends RuntimeException {

        private final UUID deed;
        private final String code;

        Refused(UUID deed, Throwable failure) {
            super("refused", failure, false, false);
            this.deed = deed;
            this.code = failure instanceof Refusal refusal ? refusal.code() : "failed";
        }
    }

    /** One deed now; whatever goes wrong the sweep tries again. */
    Uni<Void> soon(TenantId tenant, UUID deed) {
        return next(tenant, on -> Deeds.lock(on, tenant, deed).map(found -> found.filter(Deed::due)))
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "points of deed %s wait for the sweep", deed))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** @return whether there was one */
    Uni<Boolean> next(TenantId tenant) {
        return next(tenant, on -> Deeds.due(on, tenant, step.now()));
    }

    private Uni<Boolean> next(TenantId tenant, Function<Statements, Uni<Optional<Deed>>> which) {
        return sql.inTx(tenant, connection -> which.apply(Statements.on(connection)).chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(false)
                        : grant(connection, tenant, found.get()).replaceWith(true)))
                .onFailure(Refused.class)
                .recoverWithUni(failure -> trouble(tenant, (Refused) failure).replaceWith(true));
    }

    private Uni<Void> grant(SqlConnection connection, TenantId tenant, Deed it) {
        Statements on = Statements.on(connection);
        Instant now = step.now();
        Uni<Granted> given = it.doer() == null
                ? Uni.createFrom().item(new Granted(null, 0, Granted.NOT_A_MEMBER, null))
                : awards.grant(connection, Caller.system(tenant, "deed"), new Earned(
                                it.doer(), it.kind(), 1, it.doneOn(), null, new Source("deed", it.id().toString())))
                        .onFailure()
                        .transform(failure -> new Refused(it.id(), failure));
        return given.chain(done -> Deeds.granted(on, tenant, it.id(), done.award(), done.points(), done.capped())
                .chain(() -> step.tell(on, tenant, it.doer(), it.id(), "deedGranted", now, done.points())));
    }

    /** Whatever it was, no other deed waits for it. */
    private Uni<Integer> trouble(TenantId tenant, Refused refused) {
        if (refused.code.equals("failed")) {
            LOG.errorf(refused.getCause(), "points of deed %s not given", refused.deed);
        }
        return sql.inTx(tenant, connection -> Deeds.trouble(
                Statements.on(connection), tenant, refused.deed, refused.code, step.now().plus(AGAIN)));
    }
}
