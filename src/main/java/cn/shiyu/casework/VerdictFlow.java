package cn.shiyu.casework;

import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.organisation.UnitDirectory;
import cn.shiyu.organisation.Units;
import cn.shiyu.platform.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 跟踪回访 and 评价结案: the resident's verdict is part of the state machine. */
@ApplicationScoped
public class VerdictFlow {

    @Inject
    CaseStep step;

    @Inject
    Units units;

    /** Somebody else than the handler asked the resident. Content: on to rating; not content: handled again. */
    public Uni<CaseReceipt> followUp(Caller caller, String number, int version, FollowUp answer) {
        if (answer.reached() && answer.satisfaction() == null) {
            return Uni.createFrom().failure(Refusal.badInput("satisfaction", "请选择群众的满意程度。"));
        }
        CaseAction action = answer.content() ? CaseAction.CONFIRM : CaseAction.REWORK;
        return step.act(caller, number, version, action, moment -> {
            String words = Words.optional("words", "回访记录", answer.words(), Words.LONG);
            moment.file().followUp = answer.reached() ? answer.satisfaction().name() : "NOT_REACHED";
            List<NewEvent> happened = new ArrayList<>();
            happened.add(new NewEvent("CaseFollowedUp", 1, facts(moment, answer), words));
            if (action == CaseAction.REWORK) {
                happened.add(rework(moment, "follow-up"));
            }
            return happened;
        });
    }

    private static Map<String, Object> facts(CaseMoment moment, FollowUp answer) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("unit", moment.file().leadUnit);
        facts.put("reached", answer.reached());
        if (answer.reached()) {
            facts.put("responded", answer.responded());
            facts.put("solved", answer.solved());
            facts.put("satisfaction", counts(moment.file(), answer.satisfaction()).name());
            facts.put("noted", answer.satisfaction().name());
            facts.put("round", moment.file().round());
        }
        return facts;
    }

    /** The resident's own rating of this finishing outranks a better tick; a call that hears worse after it is heard. */
    private static RatingLevel counts(Case file, RatingLevel noted) {
        return file.isRated() && file.rating.compareTo(noted) > 0 ? file.rating : noted;
    }

    /** One per service; after a rework the resident may judge anew. A low one before closing means handled again. */
    public Uni<CaseReceipt> rate(Caller caller, String number, RatingGiven rating) {
        if (rating.level() == null) {
            return Uni.createFrom().failure(Refusal.badInput("level", "请选择一个评价等级。"));
        }
        return step.act(caller, number, null, CaseAction.RATE, moment -> {
            refuseUnlessInTime(moment);
            Case file = moment.file();
            file.rating = rating.level();
            file.ratingWords = Words.optional("words", "评价内容", rating.words(), 500);
            file.ratedAt = moment.at();
            List<NewEvent> happened = new ArrayList<>();
            happened.add(rated(file, rating));
            if (rating.level().isLow() && !file.status.isOver()) {
                file.move(CaseStatus.HANDLING, moment.at());
                happened.add(rework(moment, "rating"));
            }
            return happened;
        });
    }

    private static NewEvent rated(Case file, RatingGiven rating) {
        return new NewEvent(
                "CaseRated",
                1,
                Map.of("unit", file.leadUnit, "level", rating.level().name(), "tags", rating.tags(), "round", file.round()),
                file.ratingWords);
    }

    private static void refuseUnlessInTime(CaseMoment moment) {
        Case file = moment.file();
        if (file.isRated()) {
            throw CaseRefusals.ratedAlready();
        }
        long days = CaseRules.of(moment.city()).ratingWithinDays();
        if (file.closedAt != null && file.closedAt.plusSeconds(days * 86_400).isBefore(moment.at())) {
            throw CaseRefusals.tooLateToRate();
        }
    }

    /** The first time back to the unit; the second time a level above decides anew who handles (spec: follow up). */
    private NewEvent rework(CaseMoment moment, String cause) {
        Case file = moment.file();
        String unit = file.leadUnit;
        file.reworks++;
        file.finishedAt = null;
        if (file.reworks > 1) {
            climb(moment);
        }
        return new NewEvent(
                "CaseReworkOrdered", 1, Map.of("unit", unit, "times", (int) file.reworks, "cause", cause), null);
    }

    private void climb(CaseMoment moment) {
        Case file = moment.file();
        UnitDirectory directory = units.of(moment.city());
        directory.centreAbove(file.centreUnit)
                .ifPresent(above -> file.centreUnit =
                        directory.nextOccupiedCentre(above.code(), Role.DISPATCHER).code());
        file.unassign();
        file.returnFinal = false;
        file.move(CaseStatus.ACCEPTED, moment.at());
    }

    public Uni<CaseReceipt> close(Caller caller, String number, int version) {
        return step.act(
                caller,
                number,
                version,
                CaseAction.CLOSE,
                moment -> List.of(new NewEvent("CaseClosed", 1, Map.of("unit", moment.file().leadUnit), null)));
    }

    /** 再次提出: closed but not fixed. Once, within the city's limit. */
    public Uni<CaseReceipt> askAgain(Caller caller, String number, String reason) {
        return step.act(caller, number, null, CaseAction.ASK_AGAIN, moment -> {
            Case file = moment.file();
            if (file.askedAgain) {
                throw CaseRefusals.askedAgainAlready();
            }
            long days = CaseRules.of(moment.city()).reopenWithinDays();
            if (file.closedAt.plusSeconds(days * 86_400).isBefore(moment.at())) {
                throw CaseRefusals.tooLateToAskAgain();
            }
            String words = Words.required("words", "再次提出的理由", reason, Words.LONG);
            String unit = file.leadUnit;
            file.askedAgain = true;
            file.closedAt = null;
            file.finishedAt = null;
            file.unassign();
            return List.of(new NewEvent("CaseAskedAgain", 1, Map.of("unit", unit), words));
        });
    }
}
