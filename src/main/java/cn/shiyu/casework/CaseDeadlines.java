package cn.shiyu.casework;

import cn.shiyu.clock.ClockSubject;
import cn.shiyu.clock.DeadlineKind;
import cn.shiyu.clock.DeadlineListener;
import cn.shiyu.clock.FiredDeadline;
import cn.shiyu.clock.SubjectClocks;
import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.identity.Caller;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** A limit that runs short or out becomes an event of the case, in the transaction that marks it as noticed. */
@ApplicationScoped
class CaseDeadlines implements DeadlineListener {

    @Inject
    EventLog events;

    @Inject
    Cases cases;

    @Override
    public String subjectType() {
        return ClockSubject.CASE;
    }

    /** Next year's holidays came: the queue must sort by the new end. */
    @Override
    public Uni<Void> moved(Mutiny.Session session, TenantId tenant, ClockSubject subject, SubjectClocks clocks) {
        return cases.byId(session, tenant, subject.id())
                .invoke(file -> CaseClocks.remember(file, clocks.next()))
                .chain(() -> session.flush());
    }

    @Override
    public Uni<Void> fired(Mutiny.Session session, FiredDeadline deadline) {
        String type = deadline.kind() == DeadlineKind.WARN ? "CaseDeadlineWarned" : "CaseDeadlineMissed";
        Map<String, Object> facts = Map.of("clock", deadline.clock().name(), "dueAt", deadline.dueAt().toString());
        return events.append(
                        session,
                        Caller.system(deadline.tenant(), "deadlines"),
                        null,
                        CaseStreams.of(deadline.subject().id()),
                        List.of(new NewEvent(type, 1, facts, null)),
                        deadline.noticedAt())
                .replaceWithVoid();
    }
}
