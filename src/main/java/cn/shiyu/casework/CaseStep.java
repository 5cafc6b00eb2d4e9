package cn.shiyu.casework;

import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.logging.LogContext;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantTx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The one way a case changes: load and lock, check sight, state, standing and version against the table, decide, let the
 * clocks follow, append the events; all in one transaction. News goes out after the commit.
 */
@ApplicationScoped
class CaseStep {

    @Inject
    TenantTx tx;

    @Inject
    CityDirectory cities;

    @Inject
    Cases cases;

    @Inject
    CaseSight sight;

    @Inject
    CaseClocks clocks;

    @Inject
    EventLog events;

    @Inject
    Idempotency idempotency;

    @Inject
    CaseNews news;

    @Inject
    Clock clock;

    /**
     * @param seenVersion the version the caller looked at; null where the action only adds (words, urging)
     * @param decision changes the case and says what happened
     * @throws Refusal 404 unseen, 403 not this caller's step, 409 wrong state or stale version
     */
    Uni<CaseReceipt> act(
            Caller caller,
            String number,
            Integer seenVersion,
            CaseAction action,
            Function<CaseMoment, List<NewEvent>> decision) {
        LogContext.about(number);
        City city = cities.byId(caller.tenant());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return tx.inTx(caller.tenant(), session -> cases.lock(session, caller.tenant(), number)
                        .map(file -> moment(session, city, caller, file, seenVersion, action, now))
                        .chain(moment -> carryOut(moment, action, decision)))
                .call(file -> news.changed(caller.tenant(), file))
                .map(CaseStep::receipt);
    }

    /**
     * As {@link #act} for what only adds, once for each key: a phone on a bad network sends its words three times.
     *
     * @param key null where the sender has none: then each sending counts
     */
    Uni<CaseReceipt> actOnce(
            Caller caller,
            IdempotencyKey key,
            String number,
            CaseAction action,
            String words,
            Function<CaseMoment, List<NewEvent>> decision) {
        if (key == null) {
            return act(caller, number, null, action, decision);
        }
        City city = cities.byId(caller.tenant());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        byte[] digest = IdempotencyKey.digest(action.name(), number, words);
        return tx.inTx(caller.tenant(), session -> idempotency.once(session, caller, key, digest, () -> cases.lock(
                                session, caller.tenant(), number)
                        .map(file -> moment(session, city, caller, file, null, action, now))
                        .chain(moment -> carryOut(moment, action, decision))
                        .map(file -> receipt(file).reference())))
                .call(() -> news.arrived(caller.tenant()))
                .map(CaseReceipt::of);
    }

    private CaseMoment moment(
            Mutiny.Session session, City city, Caller caller, Case file, Integer seen, CaseAction action, Instant now) {
        if (file == null || !sight.maySee(city, caller, file)) {
            throw Refusal.notFound();
        }
        var standing = sight.standing(city, caller, file);
        Transition row = CaseTransitions.of(action, file.status).orElseThrow(CaseRefusals::wrongState);
        Standing as = row.by().stream()
                .filter(standing::contains)
                .findFirst()
                .orElseThrow(CaseRefusals::notYours);
        if (seen != null && seen != file.version) {
            throw Refusal.staleVersion();
        }
        CaseMoment moment =
                new CaseMoment(session, city, caller, sight.unitOf(city, as, caller, file), file, file.status, now);
        if (action != CaseAction.VIEW_CONTACT) {
            file.move(row.target(file.status), now);
        }
        return moment;
    }

    private Uni<Case> carryOut(CaseMoment moment, CaseAction action, Function<CaseMoment, List<NewEvent>> decision) {
        boolean helped = !moment.file().assistUnits.isEmpty();
        List<NewEvent> happened = decision.apply(moment);
        return clocks.follow(moment, action)
                .chain(() -> cases.syncAssists(moment, helped))
                .chain(() -> moment.session().flush())
                .chain(() -> events.append(
                        moment.session(),
                        moment.caller(),
                        moment.unit(),
                        CaseStreams.of(moment.file()),
                        happened,
                        moment.at()))
                .replaceWith(moment.file());
    }

    private static CaseReceipt receipt(Case file) {
        return new CaseReceipt(file.caseId, file.number, file.status, file.version, null, false);
    }
}
