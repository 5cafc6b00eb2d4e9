package cn.shiyu.mediation;

import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import cn.shiyu.notify.Notices;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** One step of a mediation: its row locked, who may see it, the table, the change, the event; all of it or nothing. */
@ApplicationScoped
class MediationStep {

    static final String STREAM = "mediation";

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    EventLog log;

    @Inject
    Notices notices;

    @Inject
    Idempotency idempotency;

    @Inject
    Clock clock;

    /** What a step works with. @param next where the table leads */
    record At(
            SqlConnection connection, Statements sql, City city, Caller caller, MediationStanding standing, Mediation it,
            MediationStatus next, Instant now) {

        TenantId tenant() {
            return city.id();
        }

        UUID id() {
            return it.id();
        }

        MediationSettings settings() {
            return MediationSettings.of(city);
        }
    }

    /** @throws Refusal 404, 409, 403, in this order */
    Uni<Void> take(Caller caller, UUID id, MediationAction action, Function<At, Uni<?>> work) {
        return sql.inTx(caller.tenant(), connection -> take(connection, caller, id, action, work));
    }

    /** The same, once for each key. @param content everything that was asked */
    Uni<Void> once(
            Caller caller, IdempotencyKey key, UUID id, MediationAction action, Function<At, Uni<?>> work, Object... content) {
        byte[] digest = IdempotencyKey.digest("mediation-" + action, id, List.of(content));
        return sql.inTx(caller.tenant(), connection -> idempotency.once(
                        connection, caller, key, digest,
                        () -> take(connection, caller, id, action, work).replaceWith(id.toString())))
                .replaceWithVoid();
    }

    Uni<Void> take(SqlConnection connection, Caller caller, UUID id, MediationAction action, Function<At, Uni<?>> work) {
        return locked(connection, caller, id)
                .chain(it -> {
                    MediationStanding standing = MediationSight.standing(caller, it);
                    return work.apply(at(connection, caller, it, standing, action));
                })
                .replaceWithVoid();
    }

    /** As time, or the agreement, does it. @throws Refusal 409 when the table has no such edge */
    Uni<Void> system(SqlConnection connection, TenantId tenant, UUID id, MediationAction action, Function<At, Uni<?>> work) {
        Caller job = Caller.system(tenant, STREAM);
        return locked(connection, job, id)
                .chain(it -> work.apply(at(connection, job, it, MediationStanding.SYSTEM, action)))
                .replaceWithVoid();
    }

    private static Uni<Mediation> locked(SqlConnection connection, Caller caller, UUID id) {
        return Mediations.lock(Statements.on(connection), caller.tenant(), id)
                .map(found -> found.orElseThrow(Refusal::notFound));
    }

    private At at(
            SqlConnection connection, Caller caller, Mediation it, MediationStanding standing, MediationAction action) {
        MediationStatus next = MediationTransitions.after(action, it.status(), standing);
        return new At(
                connection, Statements.on(connection), cities.byId(caller.tenant()), caller, standing, it, next, now());
    }

    /** Codes only: what was said is sealed and in no event. */
    Uni<Void> happened(At at, String type, Map<String, Object> facts) {
        return happened(at.connection(), at.caller(), at.id(), type, facts, at.now());
    }

    Uni<Void> happened(
            SqlConnection connection, Caller caller, UUID id, String type, Map<String, Object> facts, Instant at) {
        String unit = caller.posts().stream()
                .filter(post -> post.role() == Role.MEDIATOR)
                .map(Post::unit)
                .sorted()
                .findFirst()
                .orElse(null);
        return log.append(connection, caller, unit, new StreamId(STREAM, id), List.of(NewEvent.of(type, facts)), at)
                .replaceWithVoid();
    }

    /** Tells one side, if it is there. @param message below {@code mediation.notice} */
    Uni<Void> tell(At at, Side side, String message) {
        UUID who = at.it().of(side);
        return who == null
                ? Uni.createFrom().voidItem()
                : notices.tell(
                        at.sql(), at.tenant(), who, Messages.get("mediation.notice." + message), "/mediations/" + at.id(), at.now());
    }

    /** Tells both, but for the one who did it. */
    Uni<Void> tellOthers(At at, String message) {
        Side own = at.standing().side();
        return (own == Side.APPLICANT ? Uni.createFrom().voidItem() : tell(at, Side.APPLICANT, message))
                .chain(() -> own == Side.RESPONDENT ? Uni.createFrom().voidItem() : tell(at, Side.RESPONDENT, message));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
