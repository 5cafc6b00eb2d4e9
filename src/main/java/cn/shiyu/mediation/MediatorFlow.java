package cn.shiyu.mediation;

import cn.shiyu.agreement.DraftFlow;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** What the mediator does: take it or not, pause, go on, end without an agreement, follow up. */
@ApplicationScoped
public class MediatorFlow {

    @Inject
    MediationStep step;

    @Inject
    MediationLimits limits;

    @Inject
    Assignments assignments;

    @Inject
    MeetingFlow meetings;

    @Inject
    DraftFlow drafts;

    @Inject
    FollowUps followUps;

    /** @param free whether the mediator declares to be bound to neither side @throws cn.shiyu.platform.problem.Refusal 422 {@code free} */
    public Uni<Void> take(Caller mediator, UUID id, boolean free) {
        new Typing().that(free, "free", "free").orRefuse();
        return step.take(mediator, id, MediationAction.TAKE, at -> {
            Mediator one = at.settings().mediator(mediator.id()).orElseThrow(MediationRefusals::notYours);
            return Mediations.taken(at.sql(), at.tenant(), id, at.now(), limits.whole(at.city(), at.now()))
                    .chain(() -> assignments.add(at.sql(), at.tenant(), id, one, at.settings().body(one), at.now()))
                    .chain(() -> step.happened(
                            at, "MediationTaken",
                            Map.of("mediator", one.login(), "kind", at.settings().body(one).kind().name())))
                    .chain(() -> step.tellOthers(at, "taken"));
        });
    }

    /** 不接受、回避: the parties choose again. @param why sealed; the parties are told that, not why */
    public Uni<Void> recuse(Caller mediator, UUID id, String why) {
        new Typing().needs("why", why, Typing.WORDS).orRefuse();
        return step.take(mediator, id, MediationAction.RECUSE, at -> assignments.leave(
                        at.sql(), at.tenant(), id, "RECUSED", Typing.clean(why), at.now())
                .chain(() -> Mediations.choosing(
                        at.sql(), at.tenant(), id, at.next(), limits.choose(at.city(), at.now())))
                .chain(() -> meetings.callOff(at))
                .chain(() -> step.happened(at, "MediatorRecused", Map.of("mediator", mediator.id())))
                .chain(() -> step.tellOthers(at, "recused")));
    }

    /** The limit stands still until {@link #resume}. */
    public Uni<Void> pause(Caller mediator, UUID id) {
        return step.take(mediator, id, MediationAction.PAUSE, at -> Mediations.paused(at.sql(), at.tenant(), id, at.now())
                .chain(() -> step.happened(at, "MediationPaused", Map.of()))
                .chain(() -> step.tellOthers(at, "paused")));
    }

    public Uni<Void> resume(Caller mediator, UUID id) {
        return step.take(mediator, id, MediationAction.RESUME, at -> Mediations.resumed(at.sql(), at.tenant(), id, at.now())
                .chain(() -> step.happened(at, "MediationResumed", Map.of()))
                .chain(() -> step.tellOthers(at, "resumed")));
    }

    /** 调解未成: the dossier goes on with the parties to arbitration or court. */
    public Uni<Void> fail(Caller mediator, UUID id) {
        return step.take(mediator, id, MediationAction.FAIL, at -> Mediations.ended(
                        at.sql(), at.tenant(), id, at.next(), at.now())
                .chain(() -> MediatorRecords.ended(at.sql(), at.tenant(), mediator.id(), false))
                .chain(() -> meetings.callOff(at))
                .chain(() -> drafts.abandon(at.connection(), at.caller(), MediationAgreements.TYPE, id))
                .chain(() -> step.happened(at, "MediationFailed", Map.of("mediator", mediator.id())))
                .chain(() -> step.tellOthers(at, "failed")));
    }

    /** 回访. @param kept whether what was agreed is being kept, as the parties say */
    public Uni<Void> followUp(Caller mediator, IdempotencyKey key, UUID id, boolean kept, String typed) {
        new Typing().needs("words", typed, Typing.WORDS).orRefuse();
        String words = Typing.clean(typed);
        return step.once(mediator, key, id, MediationAction.FOLLOW_UP, at -> followUps
                .add(at.sql(), at.tenant(), id, kept, words, at.now())
                .chain(() -> step.happened(at, "MediationFollowedUp", Map.of("kept", kept))), words, kept);
    }
}
