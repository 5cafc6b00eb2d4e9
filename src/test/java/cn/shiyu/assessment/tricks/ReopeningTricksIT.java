package cn.shiyu.assessment.tricks;

import static cn.shiyu.casework.RatingLevel.DISSATISFIED;
import static cn.shiyu.casework.RatingLevel.SATISFIED;
import static cn.shiyu.casework.RatingLevel.VERY_SATISFIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tricks with closing, reopening, splitting and clocks: what each does to the figures. */
@QuarkusTest
class ReopeningTricksIT extends Scene {

    @Test
    void t20FinishingAgainAfterABadCallKeepsTheBadCall() {
        Matter it = finished();
        called(it, said(DISSATISFIED));
        assertThat(effect(() -> {
            finish(it, HANDLER);
            called(it, said(VERY_SATISFIED));
        })).containsOnly(
                entry("answered", 1L), entry("finished", 1L), entry("on_time", 1L), entry("followed_up", 1L), entry("responded", 1L), entry("solved", 1L),
                entry("very_satisfied", 1L));
        assertThat(effect(() -> rated(it, VERY_SATISFIED))).as("a rating of the second finishing says nothing of the first").isEmpty();
    }

    @Test
    void t21ReopeningAClosedCaseTakesNothingBack() {
        Matter it = finished();
        called(it, said(SATISFIED));
        closed(it);
        assertThat(effect(() -> step(it, () -> verdict.askAgain(resident, it.number, "又不亮了")))).containsOnly(entry("asked_again", 1L));
    }

    @Test
    void t22ReopeningAgainAndAgainIsRefused() {
        Matter it = finished();
        called(it, said(SATISFIED));
        closed(it);
        step(it, () -> verdict.askAgain(resident, it.number, "又不亮了"));
        dispatch(it, OURS);
        step(it, () -> handling.start(HANDLER, it.number, it.version, null));
        finish(it, HANDLER);
        called(it, said(SATISFIED));
        closed(it);
        assertThat(effect(() -> refused("case-asked-again", () -> verdict.askAgain(resident, it.number, "再来一次")))).isEmpty();
    }

    @Test
    void t23ClosingWithoutHavingAskedIsRefused() {
        Matter it = finished();
        assertThat(effect(() -> {
            refused("case-wrong-state", () -> verdict.close(AGENT, it.number, it.version));
            refused("case-wrong-state", () -> verdict.close(HANDLER, it.number, it.version));
        })).isEmpty();
    }

    @Test
    void t24ClosingByTheUnitItselfIsRefused() {
        Matter it = finished();
        called(it, said(SATISFIED));
        assertThat(effect(() -> refused("case-not-yours", () -> verdict.close(HANDLER, it.number, it.version)))).isEmpty();
    }

    @Test
    void t25FinishingTwiceForTwoCountsIsRefused() {
        Matter it = finished();
        assertThat(effect(() -> refused("case-wrong-state", () -> handling.finish(HANDLER, it.number, it.version, "再办结一次，多记一件。")))).isEmpty();
    }

    @Test
    void t26FinishingWithoutHavingStartedIsRefused() {
        Matter it = dispatched();
        assertThat(effect(() -> refused("case-wrong-state", () -> handling.finish(HANDLER, it.number, it.version, "没有签收就办结了。")))).isEmpty();
    }

    @Test
    void t27FinishingWithoutAnAnswerIsRefused() {
        Matter it = started();
        assertThat(effect(() -> {
            refused("bad-input", () -> handling.finish(HANDLER, it.number, it.version, ""));
            refused("bad-input", () -> handling.finish(HANDLER, it.number, it.version, "已办"));
        })).isEmpty();
    }

    @Test
    void t28TalkingTheResidentIntoWithdrawingCountsAsNothingDone() {
        Matter it = started();
        assertThat(effect(() -> step(it, () -> appellant.withdraw(resident, it.number, "不办了")))).isEmpty();
    }

    @Test
    void t29WithdrawingInTheResidentsNameIsRefused() {
        Matter it = started();
        assertThat(effect(() -> refused("case-not-yours", () -> appellant.withdraw(HANDLER, it.number, "代为撤回")))).isEmpty();
    }

    @Test
    void t30FinishingLateIsLateHoweverOftenItIsFinished() {
        Matter it = started();
        later(Duration.ofDays(9));
        assertThat(effect(() -> finish(it, HANDLER))).containsOnly(entry("finished", 1L));
        called(it, said(DISSATISFIED));
        assertThat(effect(() -> finish(it, HANDLER))).as("the second limit is a new one, the first stays missed")
                .containsOnly(entry("finished", 1L), entry("on_time", 1L));
    }

    @Test
    void t31AskingForMoreTimeWhenItIsLateIsRefused() {
        Matter it = started();
        later(Duration.ofDays(9));
        refused("case-overdue", () -> extension.ask(HANDLER, it.number, it.version, 5, "来不及"));
        assertThat(effect(() -> finish(it, HANDLER))).containsOnly(entry("finished", 1L));
    }

    @Test
    void t32GrantingOneselfMoreTimeIsRefused() {
        Matter it = started();
        step(it, () -> extension.ask(HANDLER, it.number, it.version, 5, "要等配件"));
        assertThat(effect(() -> refused("case-not-yours", () -> extension.grant(HANDLER, it.number, it.version, "同意")))).isEmpty();
    }

    @Test
    void t33AskingForMoreTimeWithoutEndIsRefused() {
        Matter it = started();
        for (int i = 0; i < 2; i++) {
            step(it, () -> extension.ask(HANDLER, it.number, it.version, 2, "要等配件"));
            step(it, () -> extension.grant(SUPERVISOR, it.number, it.version, "同意"));
        }
        refused("case-extension-used-up", () -> extension.ask(HANDLER, it.number, it.version, 2, "还要等"));
        later(Duration.ofDays(20));
        assertThat(effect(() -> finish(it, HANDLER))).containsOnly(entry("finished", 1L));
    }

    @Test
    void t34FinishingWhileMoreTimeIsAskedForIsRefused() {
        Matter it = started();
        step(it, () -> extension.ask(HANDLER, it.number, it.version, 5, "要等配件"));
        assertThat(effect(() -> refused("case-extension-waiting", () -> handling.finish(HANDLER, it.number, it.version, "等不及批复，先办结了。")))).isEmpty();
    }

    @Test
    void t35StoppingTheClockBringsNoTimeOnceItRunsAgain() {
        Matter it = started();
        later(Duration.ofDays(6));
        step(it, () -> handling.suspend(HANDLER, it.number, it.version, "等居民补充材料"));
        later(Duration.ofDays(5));
        step(it, () -> handling.resume(HANDLER, it.number, it.version, null));
        later(Duration.ofDays(6));
        assertThat(effect(() -> finish(it, HANDLER))).as("six days and six are more than seven").containsOnly(entry("finished", 1L));
    }

    @Test
    void t36FinishingWhileTheClockStandsStillIsRefused() {
        Matter it = started();
        step(it, () -> handling.suspend(HANDLER, it.number, it.version, "等居民补充材料"));
        assertThat(effect(() -> refused("case-wrong-state", () -> handling.finish(HANDLER, it.number, it.version, "挂起期间直接办结。")))).isEmpty();
    }

    @Test
    void t37StoppingTheClockOfWhatIsLateMendsNothing() {
        Matter it = started();
        later(Duration.ofDays(9));
        step(it, () -> handling.suspend(HANDLER, it.number, it.version, "等居民补充材料"));
        later(Duration.ofDays(2));
        step(it, () -> handling.resume(HANDLER, it.number, it.version, null));
        assertThat(effect(() -> finish(it, HANDLER))).containsOnly(entry("finished", 1L));
    }

    @Test
    void t38SplittingOneMatterIntoTenIsTenCallsAndTenChancesOfABadOne() {
        assertThat(effect(() -> {
            for (int i = 0; i < 10; i++) {
                Matter part = finished();
                called(part, said(i == 0 ? DISSATISFIED : SATISFIED));
            }
        })).containsEntry("followed_up", 10L).containsEntry("satisfied", 9L).containsEntry("dissatisfied", 1L).containsEntry("dispatched", 10L);
    }

    @Test
    void t39BringingInAMatterAndAnsweringForItAsStaffIsNoAnswer() {
        Matter it = finished();
        Matter other = submitted();
        assertThat(effect(() -> {
            refused("case-wrong-state", () -> verdict.followUp(AGENT, other.number, other.version, said(VERY_SATISFIED)));
            refused("case-not-yours", () -> verdict.rate(AGENT, it.number, rating(VERY_SATISFIED)));
        })).isEmpty();
    }
}
