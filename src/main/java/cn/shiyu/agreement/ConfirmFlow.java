package cn.shiyu.agreement;

import cn.shiyu.identity.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** 司法确认: both want it, the application is handed in, the court rules (人民调解法 art. 33). */
@ApplicationScoped
public class ConfirmFlow {

    private static final int MOST = 60;

    @Inject
    AgreementStep step;

    @Inject
    Signers signers;

    /** The second one's makes it ready. @throws cn.shiyu.platform.problem.Refusal 409 {@code confirmation-over} after the limit */
    public Uni<Void> want(Caller resident, UUID id) {
        return step.take(resident, id, AgreementAction.WANT_CONFIRMATION, at -> {
            refuseUnless(at, Confirmation.NONE);
            if (!at.now().isBefore(at.it().confirmDue())) {
                throw AgreementRefusals.conflict("confirmation-over", "confirmationOver");
            }
            AgreementSide side = at.standing().side();
            boolean both = at.signers().get(side.other()).wantsConfirmation();
            return signers.wants(at.sql(), at.tenant(), id, side)
                    .chain(() -> both
                            ? Agreements.confirmation(at.sql(), at.tenant(), id, Confirmation.READY, null, null)
                            : Uni.createFrom().item(0))
                    .chain(() -> step.happened(at, "ConfirmationWanted", Map.of("by", side.name())))
                    .chain(() -> step.tellOthers(at, both ? "confirmReady" : "confirmAsked"));
        });
    }

    /** @param court to which it was handed in */
    public Uni<Void> submitted(Caller mediator, UUID id, String court) {
        String name = needed("court", court);
        return step.take(mediator, id, AgreementAction.SUBMIT, at -> {
            refuseUnless(at, Confirmation.READY);
            return Agreements.confirmation(at.sql(), at.tenant(), id, Confirmation.SUBMITTED, name, null)
                    .chain(() -> step.happened(at, "ConfirmationSubmitted", Map.of()))
                    .chain(() -> step.tellOthers(at, "confirmSubmitted"));
        });
    }

    /** @param ruling number of the court's ruling */
    public Uni<Void> ruled(Caller mediator, UUID id, boolean confirmed, String ruling) {
        String number = needed("ruling", ruling);
        return step.take(mediator, id, AgreementAction.RULE, at -> {
            refuseUnless(at, Confirmation.SUBMITTED);
            Confirmation state = confirmed ? Confirmation.CONFIRMED : Confirmation.REFUSED;
            return Agreements.confirmation(at.sql(), at.tenant(), id, state, null, number)
                    .chain(() -> step.happened(at, "ConfirmationRuled", Map.of("state", state.name())))
                    .chain(() -> step.tellOthers(at, "confirm" + state));
        });
    }

    private static String needed(String field, String typed) {
        String clean = Draft.clean(typed);
        if (clean.isEmpty() || clean.length() > MOST) {
            throw AgreementRefusals.field(field, field);
        }
        return clean;
    }

    private static void refuseUnless(AgreementStep.At at, Confirmation state) {
        if (at.it().confirmation() != state) {
            throw AgreementRefusals.conflict("wrong-state", "confirmationState");
        }
    }
}
