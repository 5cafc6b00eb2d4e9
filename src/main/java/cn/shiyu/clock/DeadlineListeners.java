package cn.shiyu.clock;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Finds who is told about a subject's deadlines. */
@ApplicationScoped
class DeadlineListeners {

    @Inject
    @All
    List<DeadlineListener> all;

    // Nobody listening is a fault of the release: the deadline waits for one that knows the subject.
    DeadlineListener of(ClockSubject subject) {
        return all.stream()
                .filter(listener -> listener.subjectType().equals(subject.type()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody listens for deadlines of " + subject.type()));
    }
}
