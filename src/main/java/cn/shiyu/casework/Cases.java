package cn.shiyu.casework;

import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The cases of a city, as rows. */
@ApplicationScoped
class Cases {

    /** Locked till the transaction ends, so that two people pressing at once act one after the other. */
    Uni<Case> lock(Mutiny.Session session, TenantId tenant, String number) {
        return session.createSelectionQuery("from Case where tenantId = :tenant and number = :number", Case.class)
                .setParameter("tenant", tenant.value())
                .setParameter("number", CaseNumber.normalise(number))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull();
    }

    Uni<Case> find(Mutiny.Session session, TenantId tenant, String number) {
        return session.createSelectionQuery("from Case where tenantId = :tenant and number = :number", Case.class)
                .setParameter("tenant", tenant.value())
                .setParameter("number", CaseNumber.normalise(number))
                .getSingleResultOrNull();
    }

    Uni<Case> byId(Mutiny.Session session, TenantId tenant, UUID caseId) {
        return session.find(Case.class, new CaseKey(tenant.value(), caseId));
    }

    /**
     * Keeps the assisting units' own list equal to the case's; a case that is over leaves it.
     *
     * @param helped whether units assisted before
     */
    Uni<Void> syncAssists(CaseMoment moment, boolean helped) {
        boolean moved = moment.before() != moment.file().status;
        boolean concerned = helped || !moment.file().assistUnits.isEmpty();
        return moved && concerned ? syncAssists(moment.session(), moment.file()) : Uni.createFrom().voidItem();
    }

    private Uni<Void> syncAssists(Mutiny.Session session, Case file) {
        return session.createNativeQuery("delete from case_assist where tenant_id = ?1 and case_id = ?2")
                .setParameter(1, file.tenantId)
                .setParameter(2, file.caseId)
                .executeUpdate()
                .chain(() -> insertAssists(session, file));
    }

    private Uni<Void> insertAssists(Mutiny.Session session, Case file) {
        List<String> units = file.status.isOver() ? List.of() : List.copyOf(file.assistUnits);
        Uni<Void> done = Uni.createFrom().voidItem();
        for (String unit : units) {
            done = done.chain(() -> session.createNativeQuery("insert into case_assist values (?1, ?2, ?3)")
                    .setParameter(1, file.tenantId)
                    .setParameter(2, unit)
                    .setParameter(3, file.caseId)
                    .executeUpdate()
                    .replaceWithVoid());
        }
        return done;
    }
}
