package cn.shiyu.clock;

import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Learns of deadlines of its type of subject, exactly once each: it works in the transaction that marks the deadline as
 * fired. When it fails, that one deadline is put off and told again later. A CDI bean.
 */
public interface DeadlineListener {

    /** As in {@link ClockSubject#type()}. */
    String subjectType();

    /** No remote calls here; what others must learn goes into the outbox. */
    Uni<Void> fired(Mutiny.Session session, FiredDeadline deadline);

    /**
     * The ends of this subject's clocks were reckoned again, because holidays they had to guess have been announced.
     * Whoever keeps {@link SubjectClocks#nextDue()} beside the subject renews it here; others have nothing to do.
     *
     * @param clocks as they are now
     */
    default Uni<Void> moved(Mutiny.Session session, TenantId tenant, ClockSubject subject, SubjectClocks clocks) {
        return Uni.createFrom().voidItem();
    }
}
