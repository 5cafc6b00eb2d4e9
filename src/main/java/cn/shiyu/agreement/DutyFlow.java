package cn.shiyu.agreement;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was promised is done: who owes it says so, to whom it is owed agrees; or it is not. */
@ApplicationScoped
public class DutyFlow {

    @Inject
    AgreementStep step;

    @Inject
    Duties duties;

    @Inject
    Calendars calendars;

    /** By who owes it. @throws cn.shiyu.platform.problem.Refusal 409 {@code duty-moved} when it is not theirs, or was reported already */
    public Uni<Void> report(Caller resident, UUID id, int place) {
        return step.take(resident, id, AgreementAction.REPORT, at -> duties
                .reported(at.sql(), at.tenant(), id, place, at.standing().side(), at.now())
                .invoke(DutyFlow::refuseIfNone)
                .chain(() -> step.happened(at, "DutyReported", Map.of("duty", place)))
                .chain(() -> step.tellOthers(at, "reported")));
    }

    /** By to whom it is owed; the last one fulfils the agreement. */
    public Uni<Void> acknowledge(Caller resident, UUID id, int place) {
        return step.take(resident, id, AgreementAction.ACKNOWLEDGE, at -> duties
                .done(at.sql(), at.tenant(), id, place, at.standing().side(), at.now())
                .invoke(DutyFlow::refuseIfNone)
                .chain(() -> step.happened(at, "DutyAcknowledged", Map.of("duty", place)))
                .chain(() -> step.tellOthers(at, "acknowledged"))
                .chain(() -> duties.of(at.sql(), at.tenant(), id))
                .chain(all -> all.stream().allMatch(Duty::isDone) ? fulfilled(at) : Uni.createFrom().voidItem()));
    }

    /** It was not received after all: open again. */
    public Uni<Void> deny(Caller resident, UUID id, int place) {
        return step.take(resident, id, AgreementAction.DENY, at -> duties
                .denied(at.sql(), at.tenant(), id, place, at.standing().side(), at.now())
                .invoke(DutyFlow::refuseIfNone)
                .chain(() -> step.happened(at, "DutyDenied", Map.of("duty", place)))
                .chain(() -> step.tellOthers(at, "denied")));
    }

    private Uni<Void> fulfilled(AgreementStep.At at) {
        AgreementStatus next = AgreementTransitions.after(AgreementAction.FULFIL, at.it().status(), AgreementStanding.SYSTEM);
        return Agreements.ended(at.sql(), at.tenant(), at.id(), next, at.now())
                .chain(() -> step.tellSubject(at, AgreementSubject.Happening.FULFILLED))
                .chain(() -> step.happened(at, "AgreementFulfilled", Map.of()));
    }

    /** 认定没有履行: the papers can go on to arbitration or court. @throws cn.shiyu.platform.problem.Refusal 409 {@code nothing-late} */
    public Uni<Void> breach(Caller mediator, UUID id) {
        return step.take(mediator, id, AgreementAction.BREAK, at -> duties.of(at.sql(), at.tenant(), id)
                .invoke(all -> refuseUnlessLate(all, calendars.of(at.city()).date(at.now())))
                .chain(() -> Agreements.ended(at.sql(), at.tenant(), id, at.next(), at.now()))
                .chain(() -> duties.rest(at.sql(), at.tenant(), id))
                .chain(() -> step.tellSubject(at, AgreementSubject.Happening.BROKEN))
                .chain(() -> step.happened(at, "AgreementBroken", Map.of()))
                .chain(() -> step.tellOthers(at, "broken")));
    }

    private static void refuseUnlessLate(List<Duty> all, LocalDate today) {
        if (all.stream().noneMatch(duty -> duty.isLate(today))) {
            throw AgreementRefusals.conflict("nothing-late", "nothingLate");
        }
    }

    private static void refuseIfNone(int rows) {
        if (rows == 0) {
            throw AgreementRefusals.conflict("duty-moved", "dutyMoved");
        }
    }
}
