package cn.shiyu.legal;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What the two do after the first question: ask on, answer, conclude, withdraw, hand over, rate. Each is an event. */
@ApplicationScoped
public class ConsultationFlow {

    /** The five levels of 好差评 (GB/T 39735-2020), best first. */
    public static final List<String> LEVELS =
            List.of("VERY_SATISFIED", "SATISFIED", "BASICALLY_SATISFIED", "DISSATISFIED", "VERY_DISSATISFIED");

    private static final int RATINGS = 2;

    @Inject
    TenantSql sql;

    @Inject
    ConsultationStep step;

    @Inject
    ConsultationWords words;

    @Inject
    Advisors advisors;

    @Inject
    AskFlow asking;

    @Inject
    Idempotency idempotency;

    @Inject
    Clock clock;

    /** @throws Refusal 422 {@code words}; 409 once concluded; 404 for what is not theirs */
    public Uni<Void> askOn(Caller resident, IdempotencyKey key, UUID id, String typed) {
        String said = NewQuestion.words(typed);
        Instant now = now();
        return once(resident, key, "legal-ask-on", id, said, ConsultationAction.ASK_ON, at -> Consultations.asked(
                        at.sql(), at.tenant(), id, asking.due(at.city(), now))
                .chain(() -> words.add(at.sql(), at.tenant(), id, null, said, now))
                .chain(() -> step.happened(at.connection(), resident, id, "ConsultationAskedOn", Map.of(), now)));
    }

    /** Whoever of the team answers what is late has it from then on. */
    public Uni<Void> answer(Caller advisor, IdempotencyKey key, UUID id, String typed) {
        String said = NewQuestion.words(typed);
        Instant now = now();
        return once(advisor, key, "legal-answer", id, said, ConsultationAction.ANSWER, at -> Consultations.answered(
                        at.sql(), at.tenant(), id, advisor.id(), now)
                .chain(() -> words.add(at.sql(), at.tenant(), id, advisor.id(), said, now))
                .chain(() -> step.happened(
                        at.connection(), advisor, id, "ConsultationAnswered", Map.of("advisor", advisor.id()), now))
                .chain(() -> step.tell(at.sql(), at.tenant(), at.it(), "answered", now)));
    }

    private Uni<Void> once(
            Caller caller,
            IdempotencyKey key,
            String name,
            UUID id,
            String said,
            ConsultationAction action,
            java.util.function.Function<ConsultationStep.At, Uni<?>> work) {
        byte[] digest = IdempotencyKey.digest(name, id, said);
        return sql.inTx(caller.tenant(), connection -> {
            Supplier<Uni<String>> done = () ->
                    step.take(connection, caller, id, action, work).replaceWith(id.toString());
            return idempotency.once(connection, caller, key, digest, done);
        }).replaceWithVoid();
    }

    /** @throws Refusal 422 {@code outcome}; 409 before there is an answer */
    public Uni<Void> conclude(Caller advisor, UUID id, String outcome) {
        Outcome one = Arrays.stream(Outcome.values())
                .filter(known -> known.name().equals(outcome))
                .findFirst()
                .orElseThrow(() -> Refusal.badInput("outcome", Messages.get("legal.refusal.outcome")));
        return step.take(advisor, id, ConsultationAction.CONCLUDE, at -> concluded(at, one));
    }

    public Uni<Void> withdraw(Caller resident, UUID id) {
        return step.take(resident, id, ConsultationAction.WITHDRAW, at -> concluded(at, Outcome.CLOSED));
    }

    private Uni<Void> concluded(ConsultationStep.At at, Outcome outcome) {
        Instant now = now();
        UUID id = at.it().id();
        boolean withdrawn = at.standing() == ConsultationStanding.ASKER;
        String type = withdrawn ? "ConsultationWithdrawn" : "ConsultationConcluded";
        return Consultations.concluded(at.sql(), at.tenant(), id, outcome, now)
                .chain(() -> step.happened(
                        at.connection(), at.caller(), id, type, Map.of("outcome", outcome.name()), now))
                .chain(() -> withdrawn
                        ? Uni.createFrom().voidItem()
                        : step.tell(at.sql(), at.tenant(), at.it(), "concluded", now));
    }

    /**
     * To another advisor of the city; the one who hands over no longer sees it.
     *
     * @param conflict whether it is for a conflict of interest (利益冲突)
     * @throws Refusal 422 {@code advisor} when that is none, or themselves
     */
    public Uni<Void> handOver(Caller advisor, UUID id, String to, boolean conflict) {
        Instant now = now();
        return step.take(advisor, id, ConsultationAction.HAND_OVER, at -> {
            if (advisor.id().equals(to) || advisors.find(at.city(), to).isEmpty()) {
                throw Refusal.badInput("advisor", Messages.get("legal.refusal.advisor"));
            }
            return Consultations.bound(at.sql(), at.tenant(), to, at.it())
                    .chain(bound -> Consultations.handedOver(at.sql(), at.tenant(), id, to, bound))
                    .chain(() -> step.happened(
                            at.connection(), advisor, id, "ConsultationHandedOver",
                            Map.of("from", advisor.id(), "to", to, "conflict", conflict), now))
                    .chain(() -> step.tell(at.sql(), at.tenant(), at.it(), "handedOver", now));
        });
    }

    /** @throws Refusal 422 {@code level}; 409 {@code rated-twice} after the one change */
    public Uni<Void> rate(Caller resident, UUID id, String level) {
        if (!LEVELS.contains(level)) {
            throw Refusal.badInput("level", Messages.get("legal.refusal.level"));
        }
        return step.take(resident, id, ConsultationAction.RATE, at -> {
            if (level.equals(at.it().rating())) {
                return Uni.createFrom().voidItem();
            }
            if (at.it().ratings() >= RATINGS) {
                throw LegalRefusals.ratedTwice();
            }
            return Consultations.rated(at.sql(), at.tenant(), id, level)
                    .chain(() -> step.happened(
                            at.connection(), resident, id, "ConsultationRated", Map.of("level", level), now()));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
