package cn.shiyu.agreement;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The mediator writes an agreement and lays it before both. */
@ApplicationScoped
public class DraftFlow {

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    AgreementStep step;

    @Inject
    AgreementWords words;

    @Inject
    Signers signers;

    @Inject
    Duties duties;

    /**
     * What an agreement is begun with.
     *
     * @param kind PEOPLE, ADMINISTRATIVE or JUDICIAL
     * @param dispute code by which the city's template is found
     * @param facts put before the template's own, may be empty
     */
    public record Beginning(
            String subjectType, UUID subject, String kind, String dispute, String mediatorName, String bodyName, String facts,
            List<Signer> signers) {}

    /** In the transaction of whoever knows that the caller may. @return the one there is, or a new one's id */
    public Uni<UUID> begin(SqlConnection connection, Caller mediator, Beginning what) {
        Statements on = Statements.on(connection);
        return Agreements.of(on, mediator.tenant(), what.subjectType(), what.subject()).chain(there -> there.stream()
                .filter(one -> one.status() != AgreementStatus.ABANDONED)
                .findFirst()
                .map(one -> Uni.createFrom().item(one.id()))
                .orElseGet(() -> add(connection, mediator, what)));
    }

    private Uni<UUID> add(SqlConnection connection, Caller mediator, Beginning what) {
        Statements on = Statements.on(connection);
        TenantId tenant = mediator.tenant();
        City city = cities.byId(tenant);
        AgreementSettings.Template template = AgreementSettings.of(city).template(what.dispute());
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Agreement draft = new Agreement(
                id, what.subjectType(), what.subject(), what.kind(), template.dispute(), mediator.id(), what.mediatorName(),
                what.bodyName(), AgreementStatus.DRAFT,
                words.seal(tenant, id, "facts", (what.facts() + "\n\n" + template.facts()).strip()),
                words.seal(tenant, id, "terms", template.terms()), step.now(), null, null, null, null, null, Confirmation.NONE, null,
                null, null);
        Uni<Void> added = Agreements.add(on, tenant, draft).replaceWithVoid();
        for (Signer one : what.signers()) {
            added = added.chain(() -> signers.add(on, tenant, id, one)).replaceWithVoid();
        }
        return added.chain(() -> step.happened(
                        connection, mediator, id, "AgreementDrafted",
                        Map.of("subject", what.subject().toString(), "template", template.dispute()), draft.draftedAt()))
                .replaceWith(id);
    }

    /** Keeps what was written. @throws cn.shiyu.platform.problem.Refusal 422 naming each field */
    public Uni<Void> write(Caller mediator, UUID id, Draft draft) {
        List<Duty> checked = draft.checked(today(mediator));
        return step.take(mediator, id, AgreementAction.WRITE, at -> written(at, draft, checked));
    }

    /** Keeps it and lays it before both. */
    public Uni<Void> propose(Caller mediator, UUID id, Draft draft) {
        List<Duty> checked = draft.checked(today(mediator));
        if (checked.isEmpty()) {
            throw AgreementRefusals.field("duty0", "noDuty");
        }
        return step.take(mediator, id, AgreementAction.PROPOSE, at -> written(at, draft, checked)
                .chain(() -> Agreements.moved(at.sql(), at.tenant(), id, at.next(), at.now()))
                .chain(() -> step.tellSubject(at, AgreementSubject.Happening.PROPOSED))
                .chain(() -> step.happened(at, "AgreementProposed", Map.of("duties", checked.size())))
                .chain(() -> step.tellOthers(at, "proposed")));
    }

    private LocalDate today(Caller mediator) {
        return calendars.of(cities.byId(mediator.tenant())).date(step.now());
    }

    private Uni<Void> written(AgreementStep.At at, Draft draft, List<Duty> checked) {
        byte[] facts = words.seal(at.tenant(), at.id(), "facts", Draft.clean(draft.facts()));
        byte[] terms = words.seal(at.tenant(), at.id(), "terms", Draft.clean(draft.terms()));
        return Agreements.written(at.sql(), at.tenant(), at.id(), facts, terms)
                .chain(() -> duties.write(at.sql(), at.tenant(), at.id(), checked));
    }

    /** By the mediator to change it, or by a party who does not agree to it: a draft again, signatures void. */
    public Uni<Void> takeBack(Caller caller, UUID id) {
        AgreementAction action = caller.isResident() ? AgreementAction.OBJECT : AgreementAction.TAKE_BACK;
        return step.take(caller, id, action, at -> Agreements.moved(at.sql(), at.tenant(), id, at.next(), null)
                .chain(() -> signers.forget(at.sql(), at.tenant(), id))
                .chain(() -> step.happened(at, "AgreementTakenBack", Map.of("by", at.standing().name())))
                .chain(() -> step.tellOthers(at, "takenBack")));
    }

    /** What was not signed by both by the time its subject ended otherwise. */
    public Uni<Void> abandon(SqlConnection connection, Caller caller, String subjectType, UUID subject) {
        Statements on = Statements.on(connection);
        return Agreements.of(on, caller.tenant(), subjectType, subject).chain(there -> there.stream()
                .filter(one -> AgreementTransitions.may(AgreementAction.ABANDON, one.status(), AgreementStanding.SYSTEM))
                .findFirst()
                .map(one -> Agreements.ended(on, caller.tenant(), one.id(), AgreementStatus.ABANDONED, step.now())
                        .chain(() -> step.happened(connection, caller, one.id(), "AgreementAbandoned", Map.of(), step.now())))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
