package cn.shiyu.casework;

import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The cases of a city, as rows. */
@ApplicationScoped
class Cases {

    private static final String NEXT_NUMBER =
            """
            insert into case_number (tenant_id, day, last) values (?1, ?2, 1)
            on conflict (tenant_id, day) do update set last = case_number.last + 1
            returning last""";

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

    /** Dense: the counter's row stays locked till the case is committed, and an abandoned one gives its number back. */
    Uni<Integer> nextSerial(Mutiny.Session session, TenantId tenant, LocalDate day) {
        return session.createNativeQuery(NEXT_NUMBER, Integer.class)
                .setParameter(1, tenant.value())
                .setParameter(2, day)
                .getSingleResult();
    }

    Uni<Void> add(Mutiny.Session session, Case file) {
        return session.persist(file).chain(() -> session.flush());
    }

    /** Keeps the assisting units' own list equal to the case's; a case that is over leaves it. */
    Uni<Void> syncAssists(CaseMoment moment) {
        boolean moved = moment.before() != moment.file().status;
        return moved ? syncAssists(moment.session(), moment.file()) : Uni.createFrom().voidItem();
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
