package cn.shiyu.moralbank.volunteering;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.idempotency.Outcome;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Signing up for an activity and taking it back; who comes when it is full waits in order. */
@ApplicationScoped
public class SignUpFlow {

    @Inject
    TenantSql sql;

    @Inject
    Idempotency idempotency;

    @Inject
    ActivityStep step;

    /**
     * @return {@code SIGNED} or {@code WAITING}
     * @throws Refusal 409 {@code not-a-member}, {@code signed-up-already}; 410 once sign-up is over
     */
    public Uni<Outcome> signUp(Caller resident, IdempotencyKey key, UUID id) {
        return sql.inTx(resident.tenant(), connection -> idempotency.once(
                connection, resident, key, IdempotencyKey.digest("sign-up", id),
                () -> step.take(connection, resident, id, ActivityAction.SIGN_UP, this::signUp)));
    }

    private Uni<String> signUp(ActivityStep.At at) {
        if (!at.it().signUpUntil().isAfter(at.now())) {
            throw ActivityRefusals.tooLate("signUpLate");
        }
        return Places.find(at.sql(), at.tenant(), at.id(), at.resident()).chain(found -> {
            if (found.filter(one -> one.state() != Place.State.WITHDRAWN).isPresent()) {
                throw ActivityRefusals.conflict("signed-up-already", "signedUpAlready");
            }
            Place.State state = at.it().isFull() ? Place.State.WAITING : Place.State.SIGNED;
            byte[] sealed = step.seal(at.tenant(), at.id(), at.resident(), "called", at.member().name());
            return Places.sign(at.sql(), at.tenant(), at.id(), at.resident(), state, sealed, at.now())
                    .chain(() -> step.happened(at, "PlaceTaken", Map.of("state", state.name())))
                    .replaceWith(state.name());
        });
    }

    /** The first who waits moves up and is told. @throws Refusal 404 for who is not signed up */
    public Uni<Void> withdraw(Caller resident, UUID id) {
        return step.take(resident, id, ActivityAction.WITHDRAW, at -> Places.find(at.sql(), at.tenant(), id, at.resident())
                .map(found -> found.filter(one -> one.state() != Place.State.WITHDRAWN).orElseThrow(Refusal::notFound))
                .chain(own -> leave(at, own)));
    }

    private Uni<Void> leave(ActivityStep.At at, Place own) {
        return Places.move(at.sql(), at.tenant(), at.id(), own.resident(), Place.State.WITHDRAWN)
                .chain(() -> step.happened(at, "PlaceGivenUp", Map.of("state", own.state().name())))
                .chain(() -> own.isSigned() ? moveUp(at) : Uni.createFrom().voidItem());
    }

    Uni<Void> moveUp(ActivityStep.At at) {
        return Places.firstWaiting(at.sql(), at.tenant(), at.id()).chain(first -> first.isEmpty()
                ? Uni.createFrom().voidItem()
                : Places.move(at.sql(), at.tenant(), at.id(), first.get().resident(), Place.State.SIGNED)
                        .chain(() -> step.happened(at, "PlaceMovedUp", Map.of()))
                        .chain(() -> step.tell(at, first.get().resident(), "movedUp", at.it().title())));
    }
}
