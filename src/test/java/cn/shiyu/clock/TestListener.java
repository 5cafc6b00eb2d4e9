package cn.shiyu.clock;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hears of the deadlines of a subject of its own, and fails where it is told to. */
@ApplicationScoped
class TestListener implements DeadlineListener {

    static final String TYPE = "clock-test";

    private final Queue<FiredDeadline> heard = new ConcurrentLinkedQueue<>();
    private final Set<UUID> failing = ConcurrentHashMap.newKeySet();

    @Override
    public String subjectType() {
        return TYPE;
    }

    @Override
    public Uni<Void> fired(Mutiny.Session session, FiredDeadline deadline) {
        // Something in the database first, so that two sweepers really meet.
        return session.createNativeQuery("select 1", Integer.class)
                .getSingleResult()
                .invoke(() -> hear(deadline))
                .replaceWithVoid();
    }

    private void hear(FiredDeadline deadline) {
        if (failing.contains(deadline.subject().id())) {
            throw new IllegalStateException("the listener fails for a test");
        }
        heard.add(deadline);
    }

    void failFor(ClockSubject subject) {
        failing.add(subject.id());
    }

    void heal() {
        failing.clear();
    }

    List<FiredDeadline> heardOf(ClockSubject subject) {
        return heard.stream().filter(one -> one.subject().equals(subject)).toList();
    }
}
