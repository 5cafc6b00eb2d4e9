package cn.shiyu.agreement;

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
import io.quarkus.arc.All;
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

/** One step of an agreement: its row locked, who may see it, the table, the change, the event; all of it or nothing. */
@ApplicationScoped
class AgreementStep {

    static final String STREAM = "agreement";

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    EventLog log;

    @Inject
    Notices notices;

    @Inject
    Signers signers;

    @All
    @Inject
    List<AgreementSubject> subjects;

    @Inject
    Clock clock;

    /** What a step works with. @param next where the table leads */
    record At(
            SqlConnection connection, Statements sql, City city, Caller caller, AgreementStanding standing, Agreement it,
            Map<AgreementSide, Signer> signers, AgreementStatus next, Instant now) {

        TenantId tenant() {
            return city.id();
        }

        UUID id() {
            return it.id();
        }
    }

    /** @throws Refusal 404, 409, 403, in this order */
    <T> Uni<T> take(Caller caller, UUID id, AgreementAction action, Function<At, Uni<T>> work) {
        return sql.inTx(caller.tenant(), connection -> take(connection, caller, id, action, work));
    }

    <T> Uni<T> take(
            SqlConnection connection, Caller caller, UUID id, AgreementAction action, Function<At, Uni<T>> work) {
        Statements on = Statements.on(connection);
        return Agreements.lock(on, caller.tenant(), id)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(it -> signers.of(on, caller.tenant(), id).chain(both -> standing(connection, caller, it, both)
                        .map(standing -> new At(
                                connection, on, cities.byId(caller.tenant()), caller, standing, it, both,
                                AgreementTransitions.after(action, it.status(), standing), now()))))
                .chain(work::apply);
    }

    /** @throws Refusal 404 for whoever is neither a party nor who mediates it now */
    Uni<AgreementStanding> standing(
            SqlConnection connection, Caller caller, Agreement it, Map<AgreementSide, Signer> both) {
        if (caller.isResident()) {
            UUID who = UUID.fromString(caller.id());
            return Uni.createFrom().item(both.values().stream()
                    .filter(one -> one.resident().equals(who))
                    .map(one -> one.side() == AgreementSide.APPLICANT ? AgreementStanding.APPLICANT : AgreementStanding.RESPONDENT)
                    .findFirst()
                    .orElseThrow(Refusal::notFound));
        }
        if (!caller.isStaff() || !caller.holds(Role.MEDIATOR)) {
            return Uni.createFrom().failure(Refusal.notFound());
        }
        return subject(it.subjectType()).mediator(connection, caller.tenant(), it.subject()).map(login -> {
            if (!caller.id().equals(login)) {
                throw Refusal.notFound();
            }
            return AgreementStanding.MEDIATOR;
        });
    }

    AgreementSubject subject(String type) {
        return subjects.stream().filter(one -> one.type().equals(type)).findFirst().orElseThrow();
    }

    Uni<Void> tellSubject(At at, AgreementSubject.Happening what) {
        return subject(at.it().subjectType()).happened(at.connection(), at.tenant(), at.it().subject(), what);
    }

    /** Codes, digests and days only: what was agreed is sealed and in no event. */
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

    Uni<Void> tell(At at, AgreementSide side, String message) {
        return tell(at.sql(), at.tenant(), at.signers().get(side), at.id(), message, at.now());
    }

    Uni<Void> tell(Statements on, TenantId tenant, Signer who, UUID id, String message, Instant at) {
        return notices.tell(on, tenant, who.resident(), Messages.get("agreement.notice." + message), "/agreements/" + id, at);
    }

    /** Tells both, but for the one who did it. */
    Uni<Void> tellOthers(At at, String message) {
        AgreementSide own = at.standing().side();
        return (own == AgreementSide.APPLICANT ? Uni.createFrom().voidItem() : tell(at, AgreementSide.APPLICANT, message))
                .chain(() -> own == AgreementSide.RESPONDENT
                        ? Uni.createFrom().voidItem()
                        : tell(at, AgreementSide.RESPONDENT, message));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
