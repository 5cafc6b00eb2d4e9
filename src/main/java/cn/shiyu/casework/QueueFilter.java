package cn.shiyu.casework;

import cn.shiyu.search.SearchTerms;
import java.util.List;

/**
 * What a queue page asks for; it lives in the page's address, so it survives a reload.
 *
 * @param unit a unit where the caller holds a post
 * @param scope OWN what this unit holds, leads or assists in; BELOW everything in the region of this centre
 * @param statuses empty means all that is open
 * @param terms what to look for; with it the newest stand first
 * @param cursor opaque, of the page before; null for the first
 */
public record QueueFilter(
        String unit,
        Scope scope,
        List<CaseStatus> statuses,
        String kind,
        String category,
        String region,
        SearchTerms terms,
        String cursor) {

    public enum Scope {
        OWN,
        ASSISTING,
        BELOW
    }

    /** Whether only what is over is asked for; what is open and what is over never stand in one list. */
    boolean isOver() {
        return !statuses.isEmpty() && CaseStatus.over().containsAll(statuses);
    }

    public QueueFilter {
        statuses = statuses == null ? List.of() : List.copyOf(statuses);
        scope = scope == null ? Scope.OWN : scope;
        terms = terms == null ? SearchTerms.NONE : terms;
    }

    /** Only what one unit has open is short by its nature. */
    boolean isLong() {
        return scope == Scope.BELOW || statuses.stream().anyMatch(CaseStatus::isOver);
    }
}
