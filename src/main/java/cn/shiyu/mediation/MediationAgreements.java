package cn.shiyu.mediation;

import cn.shiyu.agreement.AgreementSide;
import cn.shiyu.agreement.AgreementSubject;
import cn.shiyu.agreement.DraftFlow;
import cn.shiyu.agreement.Signer;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** A mediation's agreement: begun with what the parties told, and what becomes of it is what becomes of the mediation. */
@ApplicationScoped
public class MediationAgreements implements AgreementSubject {

    static final String TYPE = "mediation";

    @Inject
    TenantSql sql;

    @Inject
    MediationStep step;

    @Inject
    Parties parties;

    @Inject
    MeetingFlow meetings;

    @Inject
    DraftFlow drafts;

    @Override
    public String type() {
        return TYPE;
    }

    /** @return the id of the agreement, the one there is or a new one */
    public Uni<UUID> begin(Caller mediator, UUID id) {
        AtomicReference<UUID> begun = new AtomicReference<>();
        return step.take(mediator, id, MediationAction.DRAFT, at -> parties.of(at.sql(), at.tenant(), id)
                        .chain(both -> drafts.begin(at.connection(), mediator, beginning(at, both)))
                        .invoke(begun::set)
                        .chain(() -> step.happened(at, "AgreementBegun", Map.of("agreement", begun.get().toString()))))
                .map(done -> begun.get());
    }

    private static DraftFlow.Beginning beginning(MediationStep.At at, Map<Side, Party> both) {
        Mediator mediator = at.settings().mediator(at.it().mediator()).orElseThrow(MediationRefusals::notYours);
        MediationBody body = at.settings().body(mediator);
        List<Signer> signers = new ArrayList<>();
        both.forEach((side, party) -> signers.add(Signer.unsigned(
                AgreementSide.valueOf(side.name()), at.it().of(side), party.name(), party.phone())));
        return new DraftFlow.Beginning(
                TYPE, at.id(), body.kind().name(), at.it().shelf(), mediator.name(), body.name(), told(both), signers);
    }

    private static String told(Map<Side, Party> both) {
        StringBuilder told = new StringBuilder();
        for (Side side : Side.values()) {
            Party party = both.get(side);
            if (party.story() != null) {
                told.append(Messages.get("mediation.told", Messages.get("mediation." + side), party.name(), party.story())).append('\n');
            }
            if (party.claim() != null) {
                told.append(Messages.get("mediation.wants", Messages.get("mediation." + side), party.claim())).append('\n');
            }
        }
        return told.toString();
    }

    @Override
    public Uni<String> mediator(SqlConnection connection, TenantId tenant, UUID mediation) {
        return Mediations.find(Statements.on(connection), tenant, mediation)
                .map(found -> found.orElseThrow(Refusal::notFound).mediator());
    }

    @Override
    public Uni<Void> happened(SqlConnection connection, TenantId tenant, UUID mediation, Happening what) {
        return switch (what) {
            case PROPOSED -> Uni.createFrom().voidItem();
            case IN_FORCE -> step.system(connection, tenant, mediation, MediationAction.AGREE, at -> ended(at, "agreed")
                    .chain(() -> MediatorRecords.ended(at.sql(), at.tenant(), at.it().mediator(), true))
                    .chain(() -> meetings.callOff(at)));
            case FULFILLED -> step.system(connection, tenant, mediation, MediationAction.FULFIL, at -> ended(at, "fulfilled"));
            case BROKEN -> step.system(connection, tenant, mediation, MediationAction.BREAK, at -> ended(at, "broken"));
        };
    }

    private Uni<Void> ended(MediationStep.At at, String message) {
        return Mediations.ended(at.sql(), at.tenant(), at.id(), at.next(), at.now())
                .chain(() -> step.happened(at, "MediationNow" + capital(message), Map.of("mediator", at.it().mediator())))
                .chain(() -> step.tellOthers(at, message));
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
