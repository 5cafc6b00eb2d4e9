package cn.shiyu.assessment.tricks;

import static cn.shiyu.casework.RatingLevel.DISSATISFIED;
import static cn.shiyu.casework.RatingLevel.SATISFIED;
import static cn.shiyu.casework.RatingLevel.VERY_DISSATISFIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tricks with who gets a matter and who gives it away: what each does to the figures. */
@QuarkusTest
class DispatchingTricksIT extends Scene {

    @Test
    void t40GivingABadOneBackCountsAsGivenBack() {
        Matter it = dispatched();
        assertThat(effect(() -> step(it, () -> dispatch.giveBack(HANDLER, it.number, it.version, "不属本单位", THEIRS)))).containsOnly(entry("returned", 1L));
    }

    @Test
    void t41GivingItBackASecondTimeIsDecidedAboveAndCountsAgain() {
        Matter it = dispatched();
        step(it, () -> dispatch.giveBack(HANDLER, it.number, it.version, "不属本单位", THEIRS));
        dispatch(it, OURS);
        assertThat(effect(() -> step(it, () -> dispatch.giveBack(HANDLER, it.number, it.version, "还是不属本单位", THEIRS)))).containsOnly(entry("returned", 1L));
        step(it, () -> dispatch.ruleReturn(DISPATCHER, it.number, it.version, OURS, List.of(), "由文旅局办理"));
        assertThat(effect(() -> refused("case-return-final", () -> dispatch.giveBack(HANDLER, it.number, it.version, "第三次", THEIRS)))).isEmpty();
    }

    @Test
    void t42GivingItBackAfterAWeekIsRefused() {
        Matter it = dispatched();
        later(Duration.ofDays(7));
        assertThat(effect(() -> refused("case-return-closed", () -> dispatch.giveBack(HANDLER, it.number, it.version, "现在才说", THEIRS)))).isEmpty();
    }

    @Test
    void t43GivingItBackWhenItIsFinishedBadlyIsRefused() {
        Matter it = finished();
        assertThat(effect(() -> refused("case-wrong-state", () -> dispatch.giveBack(HANDLER, it.number, it.version, "不办了", THEIRS)))).isEmpty();
    }

    @Test
    void t44RefusingAMatterInsteadOfHandlingItIsNotTheUnits() {
        Matter it = submitted();
        assertThat(effect(() -> refused("not-found", () -> intake.refuse(HANDLER, it.number, it.version, "LITIGATION", null)))).isEmpty();
        Matter sent = dispatched();
        assertThat(effect(() -> refused("case-wrong-state", () -> intake.refuse(DISPATCHER, sent.number, sent.version, "LITIGATION", null)))).isEmpty();
    }

    @Test
    void t45DispatchingToTheCentreWhichNobodyAssessesIsRefused() {
        Matter it = accepted();
        assertThat(effect(() -> refused("bad-input", () -> dispatch.dispatch(DISPATCHER, it.number, it.version, CENTRE, List.of(), null)))).isEmpty();
    }

    @Test
    void t46DispatchingTheBadAwayLeavesTheBadAnswerWhereItWasEarned() {
        Matter it = finished();
        called(it, said(DISSATISFIED));
        finish(it, HANDLER);
        assertThat(effect(() -> called(it, said(VERY_DISSATISFIED)))).containsEntry("very_dissatisfied", 1L);
        assertThat(effect(() -> assertThat(effectOn(THEIRS, () -> {
            dispatch(it, THEIRS);
            step(it, () -> handling.start(OTHERS, it.number, it.version, null));
            finish(it, OTHERS);
            called(it, said(SATISFIED));
        })).containsEntry("dispatched", 1L).containsEntry("satisfied", 1L).doesNotContainKeys("dissatisfied", "very_dissatisfied"))).as("ours keeps what it earned").isEmpty();
    }

    @Test
    void t47DispatchingAgainBeforeItIsFinishedIsRefused() {
        Matter it = started();
        assertThat(effect(() -> refused("case-wrong-state", () -> dispatch.dispatch(DISPATCHER, it.number, it.version, THEIRS, List.of(), null)))).isEmpty();
    }

    @Test
    void t48SendingItUpwardsByTheUnitIsRefused() {
        Matter it = dispatched();
        assertThat(effect(() -> refused("case-wrong-state", () -> dispatch.escalate(HANDLER, it.number, it.version, "上交")))).isEmpty();
    }

    @Test
    void t49LettingAnAssistantDoTheWorkLeavesTheFigureWithTheLead() {
        Matter it = accepted();
        step(it, () -> dispatch.dispatch(DISPATCHER, it.number, it.version, OURS, List.of(THEIRS), null));
        step(it, () -> handling.start(HANDLER, it.number, it.version, null));
        step(it, () -> handling.log(OTHERS, it.number, it.version, "都是我们办的", true));
        assertThat(effectOn(THEIRS, () -> {
            refused("case-not-yours", () -> handling.finish(OTHERS, it.number, it.version, "由协办单位直接办结。"));
            finish(it, HANDLER);
            called(it, said(DISSATISFIED));
        })).isEmpty();
    }

    @Test
    void t50ActingForAUnitOneDoesNotWorkAtIsNotKnownOf() {
        Matter it = dispatched();
        assertThat(effect(() -> refused("not-found", () -> handling.start(OTHERS, it.number, it.version, null)))).isEmpty();
    }

    @Test
    void t51ActingOnWhatSomebodyElseHasMovedMeanwhileIsRefused() {
        Matter it = started();
        int seen = it.version;
        step(it, () -> handling.log(COLLEAGUE, it.number, it.version, "到现场", true));
        assertThat(effect(() -> refused("stale-version", () -> handling.finish(HANDLER, it.number, seen, "按旧的页面办结的。")))).isEmpty();
    }
}
