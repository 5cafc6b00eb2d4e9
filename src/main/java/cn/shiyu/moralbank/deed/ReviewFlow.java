package cn.shiyu.moralbank.deed;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The committee's votes, and the clerk's word on an appeal. */
@ApplicationScoped
public class ReviewFlow {

    private static final int REASON = 300;

    @Inject
    Calendars calendars;

    @Inject
    DeedGrants grants;

    @Inject
    DeedStep step;

    /**
     * @param vote {@code AGREE}, {@code REFUSE} or {@code RECUSED} (kin of teller or doer, or themselves)
     * @param reason of a refusal; whoever did it reads it
     * @throws Refusal 404 for whoever is not of this committee; 409 {@code voted-already}; 422 {@code vote}, {@code reason}
     */
    public Uni<Void> vote(Caller member, UUID id, String vote, String reason) {
        if (!List.of(Verdict.AGREE, Verdict.REFUSE, Verdict.RECUSED).contains(vote)) {
            throw DeedRefusals.field("vote", "deed.vote");
        }
        String words = vote.equals(Verdict.REFUSE) ? DeedRefusals.words("reason", reason, REASON) : null;
        return step.take(member, id, DeedAction.VOTE, at -> {
                    byte[] sealed = words == null ? null : step.seal(at.tenant(), id, "vote:" + member.id(), words);
                    return Deeds.vote(at.sql(), at.tenant(), id, new Deeds.Vote(member.id(), vote, sealed), at.now())
                            .invoke(added -> {
                                if (added == 0) {
                                    throw DeedRefusals.conflict("voted-already", "deed.votedAlready");
                                }
                            })
                            .chain(() -> step.happened(at, "DeedVoted", Map.of("vote", vote)))
                            .chain(() -> Deeds.votes(at.sql(), at.tenant(), id))
                            .chain(votes -> decide(at, votes));
                })
                .chain(decided -> decided ? grants.soon(member.tenant(), id) : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> decide(DeedStep.At at, List<Deeds.Vote> votes) {
        DeedAction action = Verdict.of(votes.stream().map(Deeds.Vote::vote).toList());
        if (action == null) {
            return Uni.createFrom().item(false);
        }
        DeedStatus to = DeedTransitions.after(action, at.it().status(), DeedStanding.SYSTEM);
        boolean approved = to == DeedStatus.APPROVED;
        byte[] reason = approved ? null : step.seal(at.tenant(), at.id(), "reason", reasons(at, votes));
        Instant appeal = approved ? null : calendars.of(at.city()).plus(at.now(), at.settings().appeal());
        return Deeds.decided(at.sql(), at.tenant(), at.id(), to, at.now(), reason, appeal)
                .chain(() -> step.happened(at, approved ? "DeedApproved" : "DeedRefused", Map.of()))
                .chain(() -> approved
                        ? Uni.createFrom().voidItem()
                        : step.tell(at.sql(), at.tenant(), at.it().doer(), at.id(), "refused", at.now()))
                .replaceWith(approved);
    }

    private String reasons(DeedStep.At at, List<Deeds.Vote> votes) {
        return votes.stream()
                .filter(one -> one.reason() != null)
                .map(one -> step.open(at.tenant(), at.id(), "vote:" + one.member(), one.reason()))
                .collect(Collectors.joining("\n"));
    }

    /** @throws Refusal 404 for others, 409 for a second one, 410 {@code too-late}, 422 {@code words} */
    public Uni<Void> appeal(Caller doer, UUID id, String typed) {
        String words = DeedRefusals.words("words", typed, REASON);
        return step.take(doer, id, DeedAction.APPEAL, at -> {
            if (at.now().isAfter(at.it().appealUntil())) {
                throw new Refusal(410, "too-late", Messages.get("earn.refusal.deed.appealLate"));
            }
            return Deeds.appeal(at.sql(), at.tenant(), id, step.seal(at.tenant(), id, "appeal", words))
                    .chain(() -> step.happened(at, "DeedAppealed", Map.of()));
        });
    }

    /** The clerk's decision, with words which whoever did it reads. @throws Refusal 404, 409, 422 {@code words} */
    public Uni<Void> answer(Caller clerk, UUID id, boolean grants, String typed) {
        String words = DeedRefusals.words("words", typed, REASON);
        return step.take(clerk, id, grants ? DeedAction.GRANT_APPEAL : DeedAction.UPHOLD, at -> Deeds.answer(
                                at.sql(), at.tenant(), id, at.next(), step.seal(at.tenant(), id, "answer", words), at.now())
                        .chain(() -> step.happened(at, grants ? "AppealGranted" : "AppealRefused", Map.of()))
                        .chain(() -> step.tell(
                                at.sql(), at.tenant(), at.it().doer(), id, grants ? "appealGranted" : "appealRefused", at.now())))
                .chain(() -> grants ? this.grants.soon(clerk.tenant(), id) : Uni.createFrom().voidItem());
    }
}
