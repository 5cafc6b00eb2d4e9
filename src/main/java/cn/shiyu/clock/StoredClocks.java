package cn.shiyu.clock;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The clocks of one city as stored, within the session at hand. One statement at a time. */
final class StoredClocks {

    private final Mutiny.Session session;
    private final TenantId tenant;
    private final Deadlines deadlines;

    StoredClocks(Mutiny.Session session, TenantId tenant) {
        this.session = session;
        this.tenant = tenant;
        this.deadlines = new Deadlines(session, tenant);
    }

    Uni<List<CaseClock>> of(ClockSubject subject) {
        return session.createQuery(
                        "from CaseClock where tenantId = ?1 and subjectType = ?2 and subjectId = ?3"
                                + " order by startedAt, clockId",
                        CaseClock.class)
                .setParameter(1, tenant.value())
                .setParameter(2, subject.type())
                .setParameter(3, subject.id())
                .getResultList()
                .call(this::fill);
    }

    private Uni<Void> fill(List<CaseClock> clocks) {
        if (clocks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<UUID, CaseClock> byId = clocks.stream().collect(Collectors.toMap(CaseClock::id, Function.identity()));
        // The session may know these clocks already, with their parts.
        clocks.forEach(CaseClock::forgetParts);
        return parts(ClockInterval.class, byId)
                .invoke(found -> found.forEach(part -> byId.get(part.clockId).intervals.add(part)))
                .chain(() -> parts(ClockExtension.class, byId))
                .invoke(found -> found.forEach(part -> byId.get(part.clockId).extensions.add(part)))
                .replaceWithVoid();
    }

    private <T> Uni<List<T>> parts(Class<T> type, Map<UUID, CaseClock> clocks) {
        return session.createQuery(
                        "from " + type.getSimpleName() + " where tenantId = ?1 and clockId in ?2 order by clockId, seq",
                        type)
                .setParameter(1, tenant.value())
                .setParameter(2, clocks.keySet())
                .getResultList();
    }

    /** Changes first, then what is new: a clock may start again in the transaction that stopped it. */
    Uni<Void> save(SubjectClocks clocks) {
        if (clocks.changed().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return changes(clocks)
                .chain(() -> start(clocks.started()))
                .chain(() -> deadlines.rewrite(clocks));
    }

    /** Clocks that just run go by the short way; one that was paused or stopped in the same breath as an entity. */
    private Uni<Void> start(List<CaseClock> started) {
        boolean justRun = started.stream().allMatch(clock -> clock.isRunning() && clock.intervals.size() == 1 && clock.extensions.isEmpty());
        return justRun
                ? NewClocks.store(Statements.on(session), started)
                : session.persistAll(started.stream()
                                .flatMap(clock -> Stream.concat(Stream.of(clock), parts(clock)))
                                .toArray())
                        .chain(session::flush)
                        .chain(() -> deadlines.add(started));
    }

    private Uni<Void> changes(SubjectClocks clocks) {
        return clocks.started().size() == clocks.changed().size()
                ? Uni.createFrom().voidItem()
                : session.persistAll(newParts(clocks)).chain(session::flush);
    }

    private Object[] newParts(SubjectClocks clocks) {
        return clocks.changed().keySet().stream()
                .filter(clock -> !clocks.started().contains(clock))
                .flatMap(StoredClocks::parts)
                .filter(part -> !session.contains(part))
                .toArray();
    }

    private static Stream<Object> parts(CaseClock clock) {
        return Stream.concat(clock.intervals.stream(), clock.extensions.stream());
    }
}
