package cn.shiyu.casework;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.files.FileAccess;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** A case's photos and recordings are read by whoever may see the case. */
@ApplicationScoped
class CaseFiles implements FileAccess {

    @Inject
    CaseQueries cases;

    @Override
    public String subjectType() {
        return CaseStreams.TYPE;
    }

    @Override
    public Uni<Boolean> mayRead(Caller caller, UUID caseId) {
        return cases.maySee(caller, caseId);
    }
}
