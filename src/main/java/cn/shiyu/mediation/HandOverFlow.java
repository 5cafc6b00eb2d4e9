package cn.shiyu.mediation;

import cn.shiyu.identity.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/**
 * 三调联动: to a mediator of another body or kind, once both parties agree. Everything goes along: what they said, what they
 * showed, the minutes; nobody tells it again.
 */
@ApplicationScoped
public class HandOverFlow {

    @Inject
    MediationStep step;

    @Inject
    MediationLimits limits;

    @Inject
    MediationWords words;

    @Inject
    MeetingFlow meetings;

    @Inject
    Assignments assignments;

    /** @param why for the parties to read @throws cn.shiyu.platform.problem.Refusal 422 {@code mediator}, {@code why} */
    public Uni<Void> offer(Caller mediator, UUID id, String to, String why) {
        new Typing().needs("why", why, Typing.WORDS).orRefuse();
        return step.take(mediator, id, MediationAction.OFFER_HAND_OVER, at -> {
            Mediator other = at.settings().mediator(to).filter(one -> !one.login().equals(mediator.id()))
                    .orElseThrow(() -> MediationRefusals.field("mediator", "handTo"));
            return words.add(at.sql(), at.tenant(), id, at.standing(), null, Typing.clean(why), at.now())
                    .chain(() -> Mediations.offered(at.sql(), at.tenant(), id, to))
                    .chain(() -> step.happened(
                            at, "HandOverOffered", Map.of("to", to, "kind", at.settings().body(other).kind().name())))
                    .chain(() -> step.tellOthers(at, "handOver"));
        });
    }

    /** The second consent hands it over. */
    public Uni<Void> consent(Caller resident, UUID id) {
        return step.take(resident, id, MediationAction.CONSENT, at -> {
            Side side = at.standing().side();
            boolean both = at.it().consented(side.other());
            return Mediations.consented(at.sql(), at.tenant(), id, side)
                    .chain(() -> step.happened(at, "HandOverConsented", Map.of("by", side.name())))
                    .chain(() -> both ? handed(at) : Uni.createFrom().voidItem());
        });
    }

    private Uni<Void> handed(MediationStep.At at) {
        MediationTransitions.after(MediationAction.HAND_OVER, at.it().status(), MediationStanding.SYSTEM);
        return assignments.leave(at.sql(), at.tenant(), at.id(), "HANDED_OVER", null, at.now())
                .chain(() -> Mediations.handed(at.sql(), at.tenant(), at.id(), limits.take(at.city(), at.now())))
                .chain(() -> meetings.callOff(at))
                .chain(() -> step.happened(
                        at, "MediationHandedOver", Map.of("from", at.it().mediator(), "to", at.it().handTo())))
                .chain(() -> step.tellOthers(at, "handedOver"));
    }

    /** One party's no, or the mediator's own second thought, leaves it where it is. */
    public Uni<Void> refuse(Caller caller, UUID id) {
        return step.take(caller, id, MediationAction.REFUSE_HAND_OVER, at -> Mediations.kept(at.sql(), at.tenant(), id)
                .chain(() -> step.happened(at, "HandOverRefused", Map.of("by", at.standing().name())))
                .chain(() -> step.tellOthers(at, "kept")));
    }
}
