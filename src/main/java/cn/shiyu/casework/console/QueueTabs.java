package cn.shiyu.casework.console;

import cn.shiyu.casework.CaseStatus;
import cn.shiyu.casework.QueueFilter.Scope;
import cn.shiyu.organisation.Unit;
import cn.shiyu.organisation.UnitKind;
import cn.shiyu.platform.web.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tabs of a queue: by state, each with how many wait there. Only what this kind of unit ever holds. */
final class QueueTabs {

    /** More than this is counted no further: nobody works through a thousand from a list. */
    private static final int MOST = 999;

    private static final List<CaseStatus> OF_CENTRE = List.of(
            CaseStatus.SUBMITTED,
            CaseStatus.ACCEPTED,
            CaseStatus.RETURN_DISPUTED,
            CaseStatus.DISPATCHED,
            CaseStatus.HANDLING,
            CaseStatus.SUSPENDED,
            CaseStatus.FINISHED,
            CaseStatus.FOLLOWED_UP);
    private static final List<CaseStatus> OF_HANDLERS = List.of(
            CaseStatus.DISPATCHED,
            CaseStatus.HANDLING,
            CaseStatus.SUSPENDED,
            CaseStatus.FINISHED,
            CaseStatus.FOLLOWED_UP);

    private QueueTabs() {}

    /** By state, between all that is open and all that is over. */
    static List<QueueTab> of(Unit unit, QueueAddress at, Map<CaseStatus, Integer> counts) {
        List<CaseStatus> states = unit.kind() == UnitKind.CENTRE ? OF_CENTRE : OF_HANDLERS;
        boolean counted = at.scope().equals(Scope.OWN.name());
        int open = states.stream().mapToInt(status -> counts.getOrDefault(status, 0)).sum();
        List<QueueTab> tabs = new ArrayList<>();
        tabs.add(tab(at, QueueAddress.OPEN, Messages.get("console.tab.open"), counted ? words(open) : null));
        states.forEach(status -> tabs.add(tab(
                at,
                status.name(),
                Messages.get("casework.status." + status),
                counted ? words(counts.getOrDefault(status, 0)) : null)));
        tabs.add(tab(at, QueueAddress.OVER, Messages.get("console.tab.over"), null));
        return tabs;
    }

    private static QueueTab tab(QueueAddress at, String code, String label, String count) {
        return new QueueTab(at.withTab(code).href(), label, count, at.tab().equals(code));
    }

    static String words(int count) {
        return count > MOST ? MOST + "+" : String.valueOf(count);
    }
}
