package cn.shiyu.casework;

import cn.shiyu.eventlog.StoredEvent;
import cn.shiyu.identity.ActorKind;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Turns events into lines people read: all of them for staff, what is said to the resident for the resident. */
@ApplicationScoped
class TimeLine {

    /** Between offices: the resident learns the outcome, not the quarrel (spec: the resident always sees). */
    private static final Set<String> AMONG_STAFF = Set.of(
            "CaseClassified", "ExtensionRequested", "ExtensionDenied", "ContactViewed", "CasePublished",
            "CaseUnpublished", "CaseDeadlineWarned", "CaseDeadlineMissed", "CaseReworkOrdered");

    /** Units tell each other why; the resident reads that it is being settled who handles. */
    private static final Set<String> WORDS_AMONG_STAFF =
            Set.of("CaseReturned", "CaseReturnDisputed", "ReturnRuled", "CaseDispatched", "CaseEscalated", "CaseFollowedUp");

    @Inject
    CaseNames names;

    List<TimeLineEntry> forStaff(City city, List<StoredEvent> events) {
        return events.stream().map(event -> entry(city, event, true)).toList();
    }

    List<TimeLineEntry> forResident(City city, List<StoredEvent> events) {
        return events.stream()
                .filter(TimeLine::isForResident)
                .map(event -> entry(city, event, false))
                .toList();
    }

    private static boolean isForResident(StoredEvent event) {
        boolean internal = event.facts().path("internal").asBoolean(false);
        return !internal && !AMONG_STAFF.contains(event.type());
    }

    private TimeLineEntry entry(City city, StoredEvent event, boolean staff) {
        String words = !staff && WORDS_AMONG_STAFF.contains(event.type()) ? null : event.words();
        return new TimeLineEntry(
                event.seq(),
                event.at(),
                event.type(),
                who(city, event, staff),
                // The submission's own words stand on the page already.
                event.is("CaseSubmitted") || event.is("CaseBroughtIn") ? null : words,
                details(city, event, staff),
                isForResident(event));
    }

    private String who(City city, StoredEvent event, boolean staff) {
        String unit = names.unit(city, event.actorUnit());
        if (event.actorKind() != ActorKind.STAFF || !staff) {
            return unit == null ? "" : unit;
        }
        return unit == null ? event.actorName() : unit + " " + event.actorName();
    }

    private List<TimeLineEntry.Detail> details(City city, StoredEvent event, boolean staff) {
        List<TimeLineEntry.Detail> details = new ArrayList<>();
        unit(details, city, "lead", event.fact("lead"));
        assists(details, city, event);
        text(details, "answeredBy", event.fact("answeredBy"));
        if (event.is("CaseBroughtIn")) {
            text(details, "source", event.actorName());
            text(details, "sourceId", event.fact("sourceId"));
            text(details, "likes", event.fact("likes"));
        }
        text(details, "reason", event.fact("reason"));
        text(details, "basis", event.fact("basis"));
        text(details, "pointTo", event.fact("pointTo"));
        if (staff) {
            unit(details, city, "proposed", event.fact("proposed"));
            text(details, "category", names.category(city, event.fact("category")));
            text(details, "amount", event.fact("amount"));
            text(details, "clock", event.fact("clock"));
            text(details, "satisfaction", event.fact("satisfaction"));
        }
        text(details, "level", event.fact("level"));
        return details;
    }

    private void unit(List<TimeLineEntry.Detail> details, City city, String key, String code) {
        text(details, key, code == null || code.isEmpty() ? null : names.unit(city, code));
    }

    private void assists(List<TimeLineEntry.Detail> details, City city, StoredEvent event) {
        String assists = StreamSupport.stream(event.facts().path("assists").spliterator(), false)
                .map(code -> names.unit(city, code.asText()))
                .collect(Collectors.joining("、"));
        text(details, "assists", assists.isEmpty() ? null : assists);
    }

    private static void text(List<TimeLineEntry.Detail> details, String key, String value) {
        if (value != null && !value.isEmpty()) {
            details.add(new TimeLineEntry.Detail(key, value));
        }
    }
}
