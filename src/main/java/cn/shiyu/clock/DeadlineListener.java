package cn.shiyu.clock;

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
}
