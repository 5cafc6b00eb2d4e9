package cn.shiyu.agreement;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.web.Times;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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

    /**
     * @param court to which it was handed in
     * @param on ISO date of the day on which it was; in time, though it is noted down later
     */
    public Uni<Void> submitted(Caller mediator, UUID id, String court, String on) {
        String name = needed("court", court);
        LocalDate day = day(on);
        return step.take(mediator, id, AgreementAction.SUBMIT, at -> {
            if (at.it().confirmation() != Confirmation.LAPSED || !bothWant(at)) {
                refuseUnless(at, Confirmation.READY);
            }
            if (day.isAfter(date(at.now())) || day.isAfter(date(at.it().confirmDue())) || day.isBefore(date(at.it().inForceAt()))) {
                throw AgreementRefusals.field("handedIn", "handedIn");
            }
            return Agreements.confirmation(at.sql(), at.tenant(), id, Confirmation.SUBMITTED, name, null)
                    .chain(() -> step.happened(at, "ConfirmationSubmitted", Map.of("on", day.toString())))
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

    private static boolean bothWant(AgreementStep.At at) {
        return at.signers().values().stream().allMatch(Signer::wantsConfirmation);
    }

    private static LocalDate date(Instant at) {
        return at.atZone(Times.ZONE).toLocalDate();
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(Draft.clean(typed));
        } catch (DateTimeParseException e) {
            throw AgreementRefusals.field("handedIn", "handedIn");
        }
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
