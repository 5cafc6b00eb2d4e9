package cn.shiyu.casework;

import cn.shiyu.bench.fill.CopyRows;
import cn.shiyu.clock.ClockFacts;
import cn.shiyu.clock.ClockKind;
import cn.shiyu.clock.GeneratedClocks;
import cn.shiyu.clock.WorkCalendar;
import cn.shiyu.eventlog.GeneratedStream;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.identity.Caller;
import cn.shiyu.tenancy.City;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One generated case: state, clocks and events move together, by the real tables of transitions and clocks, and are written as the
 * flows would have left them. Simplified: no contact, no photos, nobody assists, a warning told is a row without an event.
 */
public final class GeneratedCase {

    private static final String COLUMNS =
            "tenant_id, case_id, number, kind, status, category_code, grade, visibility, anonymous, "
                    + "subject, body, region_code, address, lng, lat, surface, resident_id, centre_unit, lead_unit, assist_units, "
                    + "handled_by, reply, follow_up, rating, rating_words, rated_at, board_subject, board_text, published_at, "
                    + "submitted_at, updated_at, finished_at, closed_at, due_at, warn_at, version";

    private final City city;
    private final Case file = new Case();
    private final GeneratedClocks clocks;
    private final GeneratedStream events;

    /** Brought in by a resident. */
    public GeneratedCase(
            City city,
            WorkCalendar calendar,
            LocalDate day,
            int serial,
            Caller resident,
            Submission typed,
            String centre,
            Instant at) {
        this.city = city;
        UUID id = UuidCreator.getTimeOrderedEpoch(at);
        file.tenantId = city.id().value();
        file.caseId = id;
        file.number = CaseNumber.of(city.shortCode(), day, serial);
        file.kind = CaseKind.valueOf(typed.kind());
        file.categoryCode = typed.category();
        file.grade = Grade.NORMAL;
        file.visibility = Visibility.valueOf(typed.visibility());
        file.anonymous = typed.anonymous();
        file.subject = typed.subject();
        file.body = typed.body();
        file.regionCode = typed.region();
        file.address = typed.address();
        file.surface = resident.surface().name();
        file.residentId = resident.id();
        file.centreUnit = centre;
        file.submittedAt = at;
        file.move(CaseStatus.SUBMITTED, at);
        clocks = new GeneratedClocks(city, calendar, id);
        clocks.moves().start(ClockKind.ACCEPT, facts(), at);
        clocks.moves().start(ClockKind.STATUTORY, facts(), at);
        events = new GeneratedStream(city.id(), CaseStreams.of(file));
        events.append(
                resident,
                null,
                at,
                new NewEvent(
                        "CaseSubmitted",
                        1,
                        Map.of(
                                "kind",
                                file.kind.name(),
                                "category",
                                file.categoryCode,
                                "region",
                                file.regionCode,
                                "centre",
                                centre,
                                "visibility",
                                file.visibility.name(),
                                "anonymous",
                                file.anonymous,
                                "files",
                                0),
                        file.subject + "\n" + file.body));
    }

    public static CopyRows rows() {
        return new CopyRows("case_file", COLUMNS);
    }

    public void accept(Caller dispatcher, Instant at) {
        step(CaseAction.ACCEPT, at);
        happened(
                dispatcher,
                file.centreUnit,
                at,
                "CaseAccepted",
                Map.of(
                        "category",
                        file.categoryCode,
                        "grade",
                        file.grade.name(),
                        "visibility",
                        file.visibility.name(),
                        "unit",
                        file.centreUnit),
                null);
    }

    public void refuse(Caller dispatcher, Instant at, String note) {
        step(CaseAction.REFUSE, at);
        happened(dispatcher, file.centreUnit, at, "CaseRefused", Map.of("reason", note), note);
    }

    public void withdraw(Caller resident, Instant at, String words) {
        step(CaseAction.WITHDRAW, at);
        happened(resident, null, at, "CaseWithdrawn", Map.of(), words);
    }

    public void dispatch(Caller dispatcher, Instant at, String lead, String note) {
        file.assign(lead, List.of());
        step(CaseAction.DISPATCH, at);
        happened(
                dispatcher,
                file.centreUnit,
                at,
                "CaseDispatched",
                Map.of("lead", lead, "assists", List.of(), "rework", 0),
                note);
    }

    public void start(Caller handler, Instant at, String words) {
        file.touchedBy(handler.id());
        step(CaseAction.START, at);
        happened(handler, file.leadUnit, at, "HandlingStarted", Map.of("unit", file.leadUnit), words);
    }

    public void finish(Caller handler, Instant at, String reply) {
        file.reply = reply;
        file.finishedAt = at;
        boolean onTime = clocks.moves()
                .open(ClockKind.HANDLE)
                .map(clock -> !at.isAfter(clock.dueAt()))
                .orElse(true);
        step(CaseAction.FINISH, at);
        happened(handler, file.leadUnit, at, "CaseFinished", Map.of("unit", file.leadUnit, "onTime", onTime), reply);
    }

    public void followUp(Caller agent, Instant at, String words) {
        file.followUp = "SATISFIED";
        step(CaseAction.CONFIRM, at);
        happened(
                agent,
                file.centreUnit,
                at,
                "CaseFollowedUp",
                Map.of(
                        "unit",
                        file.leadUnit,
                        "reached",
                        true,
                        "responded",
                        true,
                        "solved",
                        true,
                        "satisfaction",
                        "SATISFIED"),
                words);
    }

    public void rate(Caller resident, Instant at, RatingLevel level) {
        file.rating = level;
        file.ratedAt = at;
        step(CaseAction.RATE, at);
        happened(
                resident,
                null,
                at,
                "CaseRated",
                Map.of("unit", file.leadUnit, "level", level.name(), "tags", List.of("fast")),
                null);
    }

    public void close(Caller agent, Instant at) {
        step(CaseAction.CLOSE, at);
        happened(agent, file.centreUnit, at, "CaseClosed", Map.of("unit", file.leadUnit), null);
    }

    public void publish(Instant at) {
        if (file.visibility != Visibility.PUBLIC) {
            return;
        }
        file.boardSubject = file.subject;
        file.boardText = file.body;
        file.publishedAt = at;
    }

    private void happened(Caller who, String unit, Instant at, String type, Map<String, Object> facts, String words) {
        events.append(who, unit, at, new NewEvent(type, 1, facts, words));
        file.version++;
    }

    private void step(CaseAction action, Instant at) {
        file.move(CaseTransitions.of(action, file.status).orElseThrow().target(file.status), at);
        if (file.status.isOver()) {
            clocks.moves().stopAll(at);
            return;
        }
        ClockMoves moves = ClockMoves.of(action);
        moves.stop().forEach(kind -> clocks.moves().stop(kind, at));
        moves.lapse().forEach(kind -> clocks.moves().lapse(kind, at));
        moves.start().forEach(kind -> clocks.moves().restart(kind, facts(), at));
    }

    private ClockFacts facts() {
        return new ClockFacts(file.kind.name(), file.grade.name(), file.categoryCode);
    }

    public GeneratedClocks clocks() {
        return clocks;
    }

    public GeneratedStream events() {
        return events;
    }

    public void write(CopyRows rows) {
        CaseClocks.remember(file, clocks.moves().next());
        rows.add(
                file.tenantId,
                file.caseId,
                file.number,
                file.kind.name(),
                file.status.name(),
                file.categoryCode,
                file.grade.name(),
                file.visibility.name(),
                file.anonymous,
                file.subject,
                file.body,
                file.regionCode,
                file.address,
                file.lng,
                file.lat,
                file.surface,
                file.residentId,
                file.centreUnit,
                file.leadUnit,
                "",
                String.join(",", file.handledBy),
                file.reply,
                file.followUp,
                file.rating == null ? null : file.rating.name(),
                file.ratingWords,
                file.ratedAt,
                file.boardSubject,
                file.boardText,
                file.publishedAt,
                file.submittedAt,
                file.updatedAt,
                file.finishedAt,
                file.closedAt,
                file.dueAt,
                file.warnAt,
                file.version);
    }
}
