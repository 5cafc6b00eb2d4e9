package cn.shiyu.casework;

import cn.shiyu.clock.CaseClock;
import cn.shiyu.clock.ClockFacts;
import cn.shiyu.clock.ClockKind;
import cn.shiyu.clock.ClockSubject;
import cn.shiyu.clock.Clocks;
import cn.shiyu.clock.Limit;
import cn.shiyu.clock.SubjectClocks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets a case's clocks follow what is done to it, and keeps the case's own due time for sorting. */
@ApplicationScoped
class CaseClocks {

    @Inject
    Clocks clocks;

    /** A new case: how soon it must be taken in, and what the law says from the day it came. */
    static void begin(SubjectClocks none, Case file) {
        none.start(ClockKind.ACCEPT, facts(file), file.submittedAt);
        none.start(ClockKind.STATUTORY, facts(file), file.submittedAt);
        remember(file, none.next());
    }

    Uni<Void> follow(CaseMoment moment, CaseAction action) {
        return change(moment, running -> {
            if (moment.file().status.isOver()) {
                running.stopAll(moment.at());
            } else {
                follow(running, moment, action);
            }
        });
    }

    private void follow(SubjectClocks running, CaseMoment moment, CaseAction action) {
        if (action == CaseAction.RETURN) {
            refuseLateReturn(running, moment);
        }
        ClockMoves moves = ClockMoves.of(action);
        moves.stop().forEach(kind -> running.stop(kind, moment.at()));
        moves.lapse().forEach(kind -> running.lapse(kind, moment.at()));
        moves.start().forEach(kind -> running.restart(kind, facts(moment.file()), moment.at()));
        switch (action) {
            case SUSPEND -> running.pauseAll("等您补充材料", moment.at());
            case RESUME -> running.resumeAll(moment.at());
            case GRANT_EXTENSION -> extend(running, moment);
            case REWORK, RATE -> rework(running, moment);
            default -> {}
        }
    }

    /** 退单 only within its window, counted from the dispatch (spec: return). */
    private static void refuseLateReturn(SubjectClocks running, CaseMoment moment) {
        boolean late = running.open(ClockKind.RETURN)
                .filter(window -> moment.at().isAfter(window.dueAt()))
                .isPresent();
        if (late) {
            throw CaseRefusals.tooLateToReturn();
        }
    }

    private static void extend(SubjectClocks running, CaseMoment moment) {
        Case file = moment.file();
        running.open(ClockKind.HANDLE).ifPresent(handle -> running.extend(
                ClockKind.HANDLE, new Limit(file.extensionAsked, handle.limit().unit()), "延期申请已批准", moment.at()));
        file.extensionAsked = null;
    }

    /** Handled again: the follow-up is done, and the unit (or the centre above) gets its time anew. */
    private static void rework(SubjectClocks running, CaseMoment moment) {
        boolean sentBack = moment.before().step() > moment.file().status.step();
        if (sentBack) {
            running.stop(ClockKind.FOLLOW_UP, moment.at());
            ClockKind next = moment.file().status == CaseStatus.HANDLING ? ClockKind.HANDLE : ClockKind.DISPATCH;
            running.restart(next, facts(moment.file()), moment.at());
        }
    }

    private Uni<Void> change(CaseMoment moment, Consumer<SubjectClocks> work) {
        Case file = moment.file();
        // Remembered before anything is stored: the case's row is written once in a step, not twice.
        Consumer<SubjectClocks> andRemember = work.andThen(all -> remember(file, all.next()));
        return clocks.change(moment.session(), moment.city(), ClockSubject.ofCase(file.caseId), andRemember)
                .replaceWithVoid();
    }

    static void remember(Case file, Optional<CaseClock> next) {
        file.dueAt = next.map(CaseClock::dueAt).orElse(Case.NEVER);
        file.warnAt = next.map(CaseClock::warnAt).orElse(Case.NEVER);
    }

    private static ClockFacts facts(Case file) {
        return new ClockFacts(file.kind.name(), file.grade.name(), file.categoryCode);
    }
}
