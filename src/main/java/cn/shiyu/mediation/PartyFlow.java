package cn.shiyu.mediation;

import cn.shiyu.agreement.DraftFlow;
import cn.shiyu.casework.RatingLevel;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** What the parties do while it goes on, and after: speak, ask for another mediator, end it, rate. */
@ApplicationScoped
public class PartyFlow {

    private static final int RATINGS = 2;

    @Inject
    MediationStep step;

    @Inject
    MediationLimits limits;

    @Inject
    MediationWords words;

    @Inject
    Assignments assignments;

    @Inject
    MeetingFlow meetings;

    @Inject
    DraftFlow drafts;

    @Inject
    Parties parties;

    /** Also the mediator. @param aside the side it is with the mediator alone; null for all. For parties only their own counts */
    public Uni<Void> speak(Caller caller, IdempotencyKey key, UUID id, String typed, Side aside) {
        new Typing().needs("words", typed, Typing.WORDS).orRefuse();
        String said = Typing.clean(typed);
        return step.once(caller, key, id, MediationAction.SPEAK, at -> {
            Side own = at.standing().side();
            Side with = aside == null || own == null ? aside : own;
            return words.add(at.sql(), at.tenant(), id, at.standing(), with, said, at.now())
                    .chain(() -> step.happened(
                            at, "MediationSpoken", Map.of("by", at.standing().name(), "aside", with == null ? "" : with.name())))
                    .chain(() -> with == null ? step.tellOthers(at, "spoken") : toOne(at, with));
        }, said, String.valueOf(aside));
    }

    private Uni<Void> toOne(MediationStep.At at, Side with) {
        return at.standing().side() == null ? step.tell(at, with, "spoken") : Uni.createFrom().voidItem();
    }

    /** Either may end it at any time. */
    public Uni<Void> withdraw(Caller resident, UUID id) {
        return step.take(resident, id, MediationAction.WITHDRAW, at -> {
            boolean begun = at.it().startedAt() != null && at.it().mediator() != null;
            return Mediations.ended(at.sql(), at.tenant(), id, at.next(), at.now())
                    .chain(() -> begun
                            ? MediatorRecords.ended(at.sql(), at.tenant(), at.it().mediator(), false).replaceWithVoid()
                            : Uni.createFrom().voidItem())
                    .chain(() -> meetings.callOff(at))
                .chain(() -> drafts.abandon(at.connection(), at.caller(), MediationAgreements.TYPE, id))
                    .chain(() -> step.happened(at, "MediationWithdrawn", Map.of("by", at.standing().name())))
                    .chain(() -> step.tellOthers(at, "withdrawn"));
        });
    }

    /** 申请回避: the two choose another; nothing is told twice. @param why sealed, for the dossier */
    public Uni<Void> askRecusal(Caller resident, UUID id, String why) {
        new Typing().needs("why", why, Typing.WORDS).orRefuse();
        return step.take(resident, id, MediationAction.ASK_RECUSAL, at -> assignments.leave(
                        at.sql(), at.tenant(), id, "ASKED", Typing.clean(why), at.now())
                .chain(() -> Mediations.choosing(
                        at.sql(), at.tenant(), id, at.next(), limits.choose(at.city(), at.now())))
                .chain(() -> meetings.callOff(at))
                .chain(() -> step.happened(
                        at, "RecusalAsked", Map.of("mediator", at.it().mediator(), "by", at.standing().name())))
                .chain(() -> step.tellOthers(at, "recused")));
    }

    /** @throws cn.shiyu.platform.problem.Refusal 422 {@code level}; 409 {@code rated-twice} after the one change */
    public Uni<Void> rate(Caller resident, UUID id, String level) {
        RatingLevel given = Arrays.stream(RatingLevel.values())
                .filter(known -> known.name().equals(level))
                .findFirst()
                .orElseThrow(() -> MediationRefusals.field("level", "level"));
        return step.take(resident, id, MediationAction.RATE, at -> parties.of(at.sql(), at.tenant(), id)
                .map(both -> both.get(at.standing().side()))
                .chain(own -> given.name().equals(own.rating())
                        ? Uni.createFrom().voidItem()
                        : rated(at, own, given)));
    }

    private Uni<Void> rated(MediationStep.At at, Party own, RatingLevel given) {
        if (own.ratings() >= RATINGS) {
            throw MediationRefusals.ratedTwice();
        }
        int before = own.rating() == null ? 0 : stars(RatingLevel.valueOf(own.rating()));
        return parties.rate(at.sql(), at.tenant(), at.id(), own.side(), given.name())
                .chain(() -> MediatorRecords.rated(
                        at.sql(), at.tenant(), at.it().mediator(), own.rating() == null ? 1 : 0, stars(given) - before))
                .chain(() -> step.happened(
                        at, "MediationRated",
                        Map.of("level", given.name(), "by", own.side().name(), "mediator", at.it().mediator())));
    }

    private static int stars(RatingLevel level) {
        return RatingLevel.values().length - level.ordinal();
    }
}
