package cn.shiyu.clock;

import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Starts, stops and moves clocks within the transaction of whoever changes the subject, so that the two never disagree.
 * A flow that does several things at once uses {@link #change}: one load, one store.
 */
@ApplicationScoped
public class Clocks {

    @Inject
    Calendars calendars;

    /**
     * Loads the subject's clocks, lets the work change them, stores what changed together with its deadlines.
     *
     * @return the clocks as they are now; {@link SubjectClocks#nextDue()} is what lists sort by
     */
    public Uni<SubjectClocks> change(
            Mutiny.Session session, City city, ClockSubject subject, Consumer<SubjectClocks> work) {
        StoredClocks stored = new StoredClocks(session, city.id());
        return stored.of(subject)
                .map(clocks -> new SubjectClocks(
                        city.id(), subject, LimitRules.of(city), calendars.of(city), clocks))
                .invoke(work)
                .call(stored::save);
    }

    public Uni<Void> start(
            Mutiny.Session session, City city, ClockSubject subject, ClockKind kind, ClockFacts facts, Instant at) {
        return change(session, city, subject, clocks -> clocks.start(kind, facts, at))
                .replaceWithVoid();
    }

    public Uni<Void> stop(Mutiny.Session session, City city, ClockSubject subject, ClockKind kind, Instant at) {
        return change(session, city, subject, clocks -> clocks.stop(kind, at)).replaceWithVoid();
    }

    public Uni<Void> stopAll(Mutiny.Session session, City city, ClockSubject subject, Instant at) {
        return change(session, city, subject, clocks -> clocks.stopAll(at)).replaceWithVoid();
    }

    /** @param reason Chinese, shown to people */
    public Uni<Void> pauseAll(Mutiny.Session session, City city, ClockSubject subject, String reason, Instant at) {
        return change(session, city, subject, clocks -> clocks.pauseAll(reason, at))
                .replaceWithVoid();
    }

    public Uni<Void> resumeAll(Mutiny.Session session, City city, ClockSubject subject, Instant at) {
        return change(session, city, subject, clocks -> clocks.resumeAll(at)).replaceWithVoid();
    }

    /** @param by in the unit of the clock's own limit; who may extend, and how often, is the caller's rule */
    public Uni<Void> extend(
            Mutiny.Session session,
            City city,
            ClockSubject subject,
            ClockKind kind,
            Limit by,
            String reason,
            Instant at) {
        return change(session, city, subject, clocks -> clocks.extend(kind, by, reason, at))
                .replaceWithVoid();
    }

    /** Every clock the subject has had, oldest first. */
    public Uni<List<CaseClock>> of(Mutiny.Session session, TenantId tenant, ClockSubject subject) {
        return new StoredClocks(session, tenant).of(subject);
    }

    /** When the first of the subject's running clocks ends. */
    public Uni<Optional<Instant>> nextDue(Mutiny.Session session, City city, ClockSubject subject) {
        return change(session, city, subject, clocks -> {}).map(SubjectClocks::nextDue);
    }
}
