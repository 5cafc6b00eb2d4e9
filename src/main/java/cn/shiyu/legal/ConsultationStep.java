package cn.shiyu.legal;

import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import cn.shiyu.notify.Notices;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** One step of a consultation: its row locked, who may see it, the table, the change, the event; all of it or nothing. */
@ApplicationScoped
class ConsultationStep {

    static final String STREAM = "legal-consultation";

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    ConsultationSight sight;

    @Inject
    EventLog log;

    @Inject
    Notices notices;

    /** What a step works with. */
    record At(SqlConnection connection, Statements sql, City city, Caller caller, ConsultationStanding standing, Consultation it) {

        TenantId tenant() {
            return city.id();
        }
    }

    /** @throws Refusal 404, 409, 403, in this order */
    Uni<Void> take(Caller caller, UUID id, ConsultationAction action, Function<At, Uni<?>> work) {
        return sql.inTx(caller.tenant(), connection -> take(connection, caller, id, action, work));
    }

    Uni<Void> take(
            SqlConnection connection, Caller caller, UUID id, ConsultationAction action, Function<At, Uni<?>> work) {
        City city = cities.byId(caller.tenant());
        Statements statements = Statements.on(connection);
        return Consultations.lock(statements, city.id(), id)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .map(it -> new At(connection, statements, city, caller, sight.standing(city, caller, it), it))
                .invoke(at -> ConsultationTransitions.after(action, at.it().status(), at.standing()))
                .chain(at -> work.apply(at))
                .replaceWithVoid();
    }

    /** Codes only: what was said is sealed and in no event. */
    Uni<Void> happened(SqlConnection connection, Caller caller, UUID id, String type, Map<String, Object> facts, Instant at) {
        String unit = caller.posts().stream()
                .filter(post -> post.role() == Role.LEGAL_ADVISOR)
                .map(Post::unit)
                .sorted()
                .findFirst()
                .orElse(null);
        return log.append(connection, caller, unit, new StreamId(STREAM, id), List.of(NewEvent.of(type, facts)), at)
                .replaceWithVoid();
    }

    Uni<Void> tell(Statements statements, TenantId tenant, Consultation it, String message, Instant at) {
        return notices.tell(
                statements, tenant, it.resident(), Messages.get("legal.notice." + message), "/legal/consultations/" + it.id(), at);
    }
}
