package cn.shiyu.moralbank.deed;

import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.moralbank.volunteering.VolunteeringSettings;
import cn.shiyu.notify.Notices;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
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

/** One step of a good deed: its row locked, who may see it, the table, the change, the event; all of it or nothing. */
@ApplicationScoped
class DeedStep {

    static final String STREAM = "deed";

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    EventLog log;

    @Inject
    Notices notices;

    @Inject
    Sealer sealer;

    @Inject
    Clock clock;

    /** What a step works with. @param next where the table leads */
    record At(SqlConnection connection, Statements sql, City city, Caller caller, Deed it, DeedStatus next, Instant now) {

        TenantId tenant() {
            return city.id();
        }

        UUID id() {
            return it.id();
        }

        VolunteeringSettings settings() {
            return VolunteeringSettings.of(city);
        }
    }

    /** @throws Refusal 404, 409, 403, in this order */
    <T> Uni<T> take(Caller caller, UUID id, DeedAction action, Function<At, Uni<T>> work) {
        return sql.inTx(caller.tenant(), connection -> take(connection, caller, id, action, work));
    }

    <T> Uni<T> take(SqlConnection connection, Caller caller, UUID id, DeedAction action, Function<At, Uni<T>> work) {
        Statements on = Statements.on(connection);
        return Deeds.lock(on, caller.tenant(), id)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .map(it -> new At(
                        connection, on, cities.byId(caller.tenant()), caller, it,
                        DeedTransitions.after(action, it.status(), standing(caller, it)), now()))
                .chain(work::apply);
    }

    /** @throws Refusal 404 for whoever has nothing to do with it */
    static DeedStanding standing(Caller caller, Deed it) {
        if (caller.kind() == ActorKind.SYSTEM) {
            return DeedStanding.SYSTEM;
        }
        if (caller.isResident()) {
            UUID who = UUID.fromString(caller.id());
            if (who.equals(it.doer())) {
                return DeedStanding.DOER;
            }
            if (who.equals(it.teller())) {
                return DeedStanding.TELLER;
            }
            throw Refusal.notFound();
        }
        // Before it is claimed nobody but who told it knows of it.
        boolean hidden = it.status() == DeedStatus.CLAIMING || it.status() == DeedStatus.DECLINED || it.status() == DeedStatus.EXPIRED;
        if (!hidden && caller.isStaff() && caller.holds(Role.COMMITTEE, it.unit())) {
            return DeedStanding.COMMITTEE;
        }
        boolean appealed = it.status() == DeedStatus.APPEALED || it.answer() != null;
        if (appealed && caller.isStaff() && caller.holds(Role.BANK_CLERK)) {
            return DeedStanding.CLERK;
        }
        throw Refusal.notFound();
    }

    Uni<Void> happened(At at, String type, Map<String, Object> facts) {
        return happened(at.connection(), at.caller(), at.it().unit(), at.id(), type, facts, at.now());
    }

    Uni<Void> happened(
            SqlConnection connection, Caller caller, String unit, UUID id, String type, Map<String, Object> facts, Instant at) {
        return log.append(
                        connection, caller, caller.isStaff() ? unit : null, new StreamId(STREAM, id),
                        List.of(NewEvent.of(type, facts)), at)
                .replaceWithVoid();
    }

    /** @param message below {@code earn.notice}; does nothing for who has left */
    Uni<Void> tell(Statements on, TenantId tenant, UUID resident, UUID deed, String message, Instant at, Object... filled) {
        return resident == null
                ? Uni.createFrom().voidItem()
                : notices.tell(on, tenant, resident, Messages.get("earn.notice." + message, filled), "/bank/deeds/" + deed, at);
    }

    byte[] seal(TenantId tenant, UUID id, String column, String words) {
        return sealer.seal(tenant, Purpose.CONFIDENCE, "good_deed:" + id + ":" + column, words);
    }

    String open(TenantId tenant, UUID id, String column, byte[] sealed) {
        return sealer.openText(tenant, Purpose.CONFIDENCE, "good_deed:" + id + ":" + column, sealed);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
