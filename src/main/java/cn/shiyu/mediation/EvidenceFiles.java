package cn.shiyu.mediation;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.files.FileAccess;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Evidence is read by whoever sees the mediation it was shown in, unless it was withdrawn. */
@ApplicationScoped
class EvidenceFiles implements FileAccess {

    private static final String OF = """
            select mediation_id from mediation_evidence where tenant_id = $1 and evidence_id = $2 and withdrawn_at is null""";

    @Inject
    TenantSql sql;

    @Override
    public String subjectType() {
        return EvidenceFlow.FILES;
    }

    @Override
    public Uni<Boolean> mayRead(Caller caller, UUID evidence) {
        return sql.inTx(caller.tenant(), connection -> {
            Statements on = Statements.on(connection);
            return on.first(OF, caller.tenant().value(), evidence)
                    .chain(found -> found.isEmpty()
                            ? Uni.createFrom().item(false)
                            : Mediations.find(on, caller.tenant(), found.get().uuid(0))
                                    .map(it -> it.isPresent() && sees(caller, it.get())));
        });
    }

    private static boolean sees(Caller caller, Mediation it) {
        try {
            return MediationSight.standing(caller, it) != MediationStanding.RESPONDENT || it.isJoined();
        } catch (Refusal nobody) {
            return false;
        }
    }
}
