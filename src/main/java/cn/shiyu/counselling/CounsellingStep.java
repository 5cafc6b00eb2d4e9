package cn.shiyu.counselling;

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
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** One step of a talk: its row locked, who may see it, the table, the change, the event; all of it or nothing. */
@ApplicationScoped
class CounsellingStep {

    static final String STREAM = "counselling";

    /** Leads to one's letters without saying so in the row of a notice. */
    private static final String LINK = "/inbox";

    @Inject
    CityDirectory cities;

    @Inject
    CounsellingSight sight;

    @Inject
    Vault vault;

    @Inject
    EventLog log;

    @Inject
    Notices notices;

    /** What a step works with. */
    record At(SqlConnection connection, Statements sql, City city, Caller caller, CounsellingThread it) {

        TenantId tenant() {
            return city.id();
        }

        UUID id() {
            return it.id();
        }
    }

    /** @throws Refusal 404, 409, 403, in this order */
    Uni<Void> take(SqlConnection connection, Caller caller, UUID id, CounsellingAction action, Function<At, Uni<?>> work) {
        City city = cities.byId(caller.tenant());
        Statements sql = Statements.on(connection);
        return CounsellingThreads.lock(sql, city.id(), id)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .invoke(it -> CounsellingTransitions.check(action, it.status(), sight.standing(caller, it)))
                .chain(it -> work.apply(new At(connection, sql, city, caller, it)))
                .replaceWithVoid();
    }

    /**
     * The log can never forget: of the person it says nothing at all, not even an id; of the talk its id, and who counsels.
     *
     * @param facts logins of counsellors, or nothing
     */
    Uni<Void> happened(SqlConnection connection, Caller caller, UUID id, String type, Map<String, Object> facts, Instant at) {
        Caller actor = caller.isResident() ? Caller.anyone(caller.tenant(), caller.surface()) : caller;
        String unit = caller.posts().stream()
                .filter(post -> post.role() == Role.COUNSELLOR)
                .map(Post::unit)
                .sorted()
                .findFirst()
                .orElse(null);
        return log.append(connection, actor, unit, new StreamId(STREAM, id), List.of(NewEvent.of(type, facts)), at)
                .replaceWithVoid();
    }

    /** That there is something to read; not what it is about, nor from whom. */
    Uni<Void> tell(Statements sql, TenantId tenant, CounsellingThread it, Instant at) {
        UUID resident = vault.resident(tenant, it.id(), it.resident());
        return notices.tell(sql, tenant, resident, Messages.get("counselling.notice"), LINK, at);
    }
}
