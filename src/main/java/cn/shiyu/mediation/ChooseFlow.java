package cn.shiyu.mediation;

import cn.shiyu.identity.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The two agree on a mediator: take one the other proposed, propose others, or leave it. */
@ApplicationScoped
public class ChooseFlow {

    @Inject
    MediationStep step;

    @Inject
    MediationLimits limits;

    @Inject
    Parties parties;

    /** What the other party says of itself; asked for when it first answers. @param story and claim may be empty */
    public record Myself(String name, String phone, String story, String claim) {

        void orRefuse() {
            new Typing()
                    .needs("ownName", name, Typing.NAME)
                    .phone("ownPhone", phone)
                    .atMost("story", story, Typing.WORDS)
                    .atMost("claim", claim, Typing.WORDS)
                    .orRefuse();
        }

        Party party() {
            return new Party(
                    Side.RESPONDENT, Typing.clean(name), Typing.digits(phone), Typing.orNull(story), Typing.orNull(claim), null, 0);
        }
    }

    /** @param myself needed of the other party alone @throws cn.shiyu.platform.problem.Refusal 422 {@code mediator} when nobody proposed that one */
    public Uni<Void> choose(Caller resident, UUID id, String mediator, Myself myself) {
        return step.take(resident, id, MediationAction.CHOOSE, at -> introduced(at, myself)
                .chain(() -> Choosing.of(at.sql(), at.tenant(), id, at.it().round()))
                .invoke(proposed -> {
                    if (!proposed.contains(mediator)) {
                        throw MediationRefusals.field("mediator", "mediator");
                    }
                })
                .chain(() -> Mediations.chosen(
                        at.sql(), at.tenant(), id, mediator, limits.take(at.city(), at.now())))
                .chain(() -> step.happened(at, "MediatorChosen", Map.of("mediator", mediator, "by", at.standing().name())))
                .chain(() -> step.tellOthers(at, "chosen")));
    }

    /** @param mediators up to three, in order */
    public Uni<Void> propose(Caller resident, UUID id, List<String> mediators, Myself myself) {
        return step.take(resident, id, MediationAction.PROPOSE, at -> {
            List<String> wanted = Choosing.checked(at.settings(), mediators);
            return introduced(at, myself)
                    .chain(() -> Mediations.choosing(
                            at.sql(), at.tenant(), id, at.next(), limits.choose(at.city(), at.now())))
                    .chain(() -> Choosing.add(
                            at.sql(), at.tenant(), id, at.it().round() + 1, at.standing().side(), wanted))
                    .chain(() -> step.happened(
                            at, "MediatorsProposed", Map.of("mediators", wanted, "by", at.standing().name())))
                    .chain(() -> step.tellOthers(at, "proposed"));
        });
    }

    private Uni<Void> introduced(MediationStep.At at, Myself myself) {
        if (at.standing() != MediationStanding.RESPONDENT || at.it().isJoined()) {
            return Uni.createFrom().voidItem();
        }
        myself.orRefuse();
        return parties.tell(at.sql(), at.tenant(), at.id(), myself.party()).replaceWithVoid();
    }

    /** The other party does not want to be mediated; it need not say why. */
    public Uni<Void> decline(Caller resident, UUID id) {
        return step.take(resident, id, MediationAction.DECLINE, at -> Mediations.ended(
                        at.sql(), at.tenant(), id, at.next(), at.now())
                .chain(() -> step.happened(at, "MediationDeclined", Map.of()))
                .chain(() -> step.tellOthers(at, "declined")));
    }
}
