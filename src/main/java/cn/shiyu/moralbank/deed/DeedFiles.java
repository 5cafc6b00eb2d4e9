package cn.shiyu.moralbank.deed;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.files.FileAccess;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Photos of a deed are seen by whoever may read the deed. */
@ApplicationScoped
class DeedFiles implements FileAccess {

    @Inject
    TenantSql sql;

    @Override
    public String subjectType() {
        return TellFlow.FILES;
    }

    @Override
    public Uni<Boolean> mayRead(Caller caller, UUID deed) {
        return sql.inTx(caller.tenant(), connection -> Deeds.find(Statements.on(connection), caller.tenant(), deed))
                .map(found -> found.isPresent() && reads(caller, found.get()));
    }

    private static boolean reads(Caller caller, Deed it) {
        try {
            DeedStep.standing(caller, it);
            return true;
        } catch (Refusal notTheirs) {
            return false;
        }
    }
}
