package cn.shiyu.casework;

import cn.shiyu.clock.ClockFacts;
import cn.shiyu.clock.ClockKind;
import cn.shiyu.clock.ClockSubject;
import cn.shiyu.clock.NewClocks;
import cn.shiyu.clock.SubjectClocks;
import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.Opening;
import cn.shiyu.identity.Caller;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantId;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Brings in cases of the past, many in one transaction, each with its own time (docs/adr/0016). */
@ApplicationScoped
public class PastCaseFlow {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    PastCaseFile files;

    @Inject
    PastCases cases;

    @Inject
    NewClocks clocks;

    @Inject
    EventLog events;

    @Inject
    CaseNews news;

    /**
     * Within the importer's own transaction, so that what it remembers of each line and the line's case are one.
     *
     * @param source who is said to have brought them in ({@link Caller#source})
     * @param now when it is done: clocks of open cases start here, not when the message was written
     * @return the cases' ids, in the order of the messages
     */
    public Uni<List<UUID>> take(SqlConnection connection, City city, Caller source, List<PastCase> past, Instant now) {
        if (past.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        List<Case> made = past.stream()
                .map(one -> files.of(city, UuidCreator.getTimeOrderedEpoch(), one, at))
                .toList();
        List<SubjectClocks> running = begin(city, made, at);
        return cases.takeSerials(connection, city.id(), byDay(made))
                .invoke(first -> number(city, made, first))
                .chain(() -> cases.add(connection, made))
                .chain(() -> clocks.store(connection, running))
                .chain(() -> events.begin(connection, openings(source, made, past, at)))
                .replaceWith(() -> made.stream().map(file -> file.caseId).toList());
    }

    /** Only what is open has clocks; a case that was over before it came here can miss nothing. */
    private List<SubjectClocks> begin(City city, List<Case> made, Instant now) {
        List<SubjectClocks> running = new ArrayList<>();
        for (Case file : made) {
            if (!file.status.isOver()) {
                SubjectClocks own = clocks.of(city, ClockSubject.ofCase(file.caseId));
                ClockFacts facts = new ClockFacts(file.kind.name(), file.grade.name(), file.categoryCode);
                own.start(ClockKind.ACCEPT, facts, now);
                own.start(ClockKind.STATUTORY, facts, now);
                CaseClocks.remember(file, own.next());
                running.add(own);
            }
        }
        return running;
    }

    /** A message of 2019 takes a number of its day in 2019: dense there, and today's numbers stay for today. */
    private static SortedMap<LocalDate, Integer> byDay(List<Case> made) {
        SortedMap<LocalDate, Integer> many = new TreeMap<>();
        made.forEach(file -> many.merge(day(file), 1, Integer::sum));
        return many;
    }

    private static void number(City city, List<Case> made, Map<LocalDate, Integer> next) {
        for (Case file : made) {
            LocalDate day = day(file);
            file.number = CaseNumber.of(city.shortCode(), day, next.get(day));
            next.merge(day, 1, Integer::sum);
        }
    }

    private static LocalDate day(Case file) {
        return file.submittedAt.atZone(ZONE).toLocalDate();
    }

    private static List<Opening> openings(Caller source, List<Case> made, List<PastCase> past, Instant now) {
        List<Opening> openings = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            openings.add(PastEvents.of(source, made.get(i), past.get(i), now));
        }
        return openings;
    }

    /** After the commit: open queues hear that something came. */
    public Uni<Void> arrived(TenantId tenant) {
        return news.arrived(tenant);
    }
}
