package cn.shiyu.casework;

import static cn.shiyu.clock.ClockKind.*;

import cn.shiyu.clock.ClockKind;
import java.util.List;
import java.util.Map;

/** What each action does to the case's clocks, as a table. Actions not named leave them alone. */
record ClockMoves(List<ClockKind> stop, List<ClockKind> lapse, List<ClockKind> start) {

    private static final ClockMoves NONE = new ClockMoves(List.of(), List.of(), List.of());

    private static final Map<CaseAction, ClockMoves> TABLE = Map.ofEntries(
            Map.entry(CaseAction.ACCEPT, new ClockMoves(List.of(ACCEPT), List.of(), List.of(DISPATCH))),
            Map.entry(
                    CaseAction.DISPATCH,
                    new ClockMoves(List.of(DISPATCH), List.of(), List.of(FIRST_CONTACT, RETURN, HANDLE))),
            Map.entry(
                    CaseAction.RULE_RETURN,
                    new ClockMoves(List.of(DISPATCH), List.of(), List.of(FIRST_CONTACT, HANDLE))),
            Map.entry(
                    CaseAction.RETURN,
                    new ClockMoves(List.of(RETURN), List.of(FIRST_CONTACT, HANDLE), List.of(DISPATCH))),
            Map.entry(CaseAction.START, new ClockMoves(List.of(FIRST_CONTACT), List.of(), List.of())),
            Map.entry(
                    CaseAction.FINISH, new ClockMoves(List.of(HANDLE), List.of(RETURN), List.of(FOLLOW_UP))),
            Map.entry(CaseAction.CONFIRM, new ClockMoves(List.of(FOLLOW_UP), List.of(), List.of())),
            Map.entry(CaseAction.ASK_AGAIN, new ClockMoves(List.of(), List.of(), List.of(DISPATCH))));

    static ClockMoves of(CaseAction action) {
        return TABLE.getOrDefault(action, NONE);
    }
}
