package cn.shiyu.assessment.tricks;

import static cn.shiyu.casework.RatingLevel.BASICALLY_SATISFIED;
import static cn.shiyu.casework.RatingLevel.DISSATISFIED;
import static cn.shiyu.casework.RatingLevel.SATISFIED;
import static cn.shiyu.casework.RatingLevel.VERY_DISSATISFIED;
import static cn.shiyu.casework.RatingLevel.VERY_SATISFIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import cn.shiyu.casework.FollowUp;
import cn.shiyu.casework.RatingGiven;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tricks with who asks, who answers and what is noted: what each does to the figures. */
@QuarkusTest
class AskingTricksIT extends Scene {

    @Test
    void t01FollowingUpOnesOwnWorkIsRefusedAlsoWithThePostForIt() {
        Caller both = staff(HANDLER.id(), new Post(OURS, Role.HANDLER), new Post(CENTRE, Role.FOLLOW_UP_AGENT));
        Matter it = finished();
        assertThat(effect(() -> refused("case-not-yours", () -> verdict.followUp(both, it.number, it.version, said(VERY_SATISFIED))))).isEmpty();
    }

    @Test
    void t02LettingAColleagueOfTheUnitAskIsRefused() {
        Caller both = staff("wl-agent", new Post(OURS, Role.HANDLER), new Post(CENTRE, Role.FOLLOW_UP_AGENT));
        Matter it = finished();
        assertThat(effect(() -> refused("case-not-yours", () -> verdict.followUp(both, it.number, it.version, said(VERY_SATISFIED))))).isEmpty();
    }

    @Test
    void t03LettingAnAssistingUnitAskIsRefused() {
        Caller both = staff("tj-agent", new Post(THEIRS, Role.HANDLER), new Post(CENTRE, Role.FOLLOW_UP_AGENT));
        Matter it = accepted();
        step(it, () -> dispatch.dispatch(DISPATCHER, it.number, it.version, OURS, List.of(THEIRS), null));
        step(it, () -> handling.start(HANDLER, it.number, it.version, null));
        finish(it, HANDLER);
        assertThat(effect(() -> refused("case-not-yours", () -> verdict.followUp(both, it.number, it.version, said(VERY_SATISFIED))))).isEmpty();
    }

    @Test
    void t04MovingTheHandlerToTheCentreBeforeTheCallIsRefused() {
        Caller moved = staff(HANDLER.id(), new Post(CENTRE, Role.FOLLOW_UP_AGENT));
        Matter it = finished();
        assertThat(effect(() -> refused("case-not-yours", () -> verdict.followUp(moved, it.number, it.version, said(VERY_SATISFIED))))).isEmpty();
    }

    @Test
    void t05NotingTheCallByWhoeverDispatchedOrSupervisesIsRefused() {
        Matter it = finished();
        assertThat(effect(() -> {
            refused("case-not-yours", () -> verdict.followUp(DISPATCHER, it.number, it.version, said(VERY_SATISFIED)));
            refused("case-not-yours", () -> verdict.followUp(SUPERVISOR, it.number, it.version, said(VERY_SATISFIED)));
        })).isEmpty();
    }

    @Test
    void t06RatingOnesOwnWorkForTheResidentIsRefused() {
        Matter it = finished();
        assertThat(effect(() -> {
            refused("case-not-yours", () -> verdict.rate(HANDLER, it.number, rating(VERY_SATISFIED)));
            refused("case-not-yours", () -> verdict.rate(HOTLINE, it.number, rating(VERY_SATISFIED)));
        })).isEmpty();
    }

    @Test
    void t07RatingByAnotherResidentIsNotKnownOf() {
        Matter it = finished();
        assertThat(effect(() -> refused("not-found", () -> verdict.rate(someone(), it.number, rating(VERY_SATISFIED))))).isEmpty();
    }

    @Test
    void t08RatingBeforeAnythingIsFinishedIsRefused() {
        Matter it = started();
        assertThat(effect(() -> refused("case-wrong-state", () -> verdict.rate(resident, it.number, rating(VERY_SATISFIED))))).isEmpty();
    }

    @Test
    void t09RatingLongAfterClosingIsRefused() {
        Matter it = finished();
        called(it, unreached());
        closed(it);
        later(Duration.ofDays(61));
        assertThat(effect(() -> refused("case-rating-closed", () -> verdict.rate(resident, it.number, rating(VERY_SATISFIED))))).isEmpty();
    }

    @Test
    void t10NotingNothingIsNotNotingContent() {
        Matter it = finished();
        assertThat(effect(() -> {
            refused("bad-input", () -> verdict.followUp(AGENT, it.number, it.version, new FollowUp(true, true, true, null, null)));
            refused("bad-input", () -> verdict.rate(resident, it.number, new RatingGiven(null, List.of(), null)));
        })).isEmpty();
    }

    @Test
    void t11CountingTheSilentAsContentCountsNothing() {
        Matter it = finished();
        assertThat(effect(() -> {
            called(it, unreached());
            closed(it);
        })).isEmpty();
    }

    @Test
    void t12NotReachingWhoIsDiscontentLeavesTheirOwnRatingInTheFigures() {
        Matter it = finished();
        assertThat(effect(() -> {
            called(it, unreached());
            closed(it);
            rated(it, VERY_DISSATISFIED);
        })).containsOnly(entry("answered", 1L), entry("very_dissatisfied", 1L));
    }

    @Test
    void t13NotingBetterThanTheResidentThenSaysThemselvesCountsWhatTheySay() {
        Matter it = finished();
        assertThat(effect(() -> called(it, said(VERY_SATISFIED)))).containsEntry("very_satisfied", 1L);
        closed(it);
        assertThat(effect(() -> rated(it, VERY_DISSATISFIED))).containsOnly(entry("very_satisfied", -1L), entry("very_dissatisfied", 1L));
    }

    @Test
    void t14NotingBetterThanTheResidentHasSaidCountsWhatTheySaid() {
        Matter it = finished();
        assertThat(effect(() -> {
            rated(it, BASICALLY_SATISFIED);
            called(it, said(VERY_SATISFIED));
        })).containsOnly(entry("answered", 1L), entry("followed_up", 1L), entry("responded", 1L), entry("solved", 1L), entry("basically_satisfied", 1L));
    }

    @Test
    void t15HurryingAResidentToAGoodRatingCountsWhatTheCallHearsWorse() {
        Matter it = finished();
        assertThat(effect(() -> {
            rated(it, VERY_SATISFIED);
            called(it, said(DISSATISFIED));
        })).containsOnly(
                entry("answered", 1L), entry("followed_up", 1L), entry("responded", 1L), entry("dissatisfied", 1L), entry("reworked", 1L));
    }

    @Test
    void t16RatingTwiceIsRefused() {
        Matter it = finished();
        rated(it, SATISFIED);
        assertThat(effect(() -> refused("case-rated", () -> verdict.rate(resident, it.number, rating(VERY_SATISFIED))))).isEmpty();
    }

    @Test
    void t17CallingAgainToHearSomethingBetterIsRefused() {
        Matter it = finished();
        called(it, said(BASICALLY_SATISFIED));
        assertThat(effect(() -> refused("case-wrong-state", () -> verdict.followUp(AGENT, it.number, it.version, said(VERY_SATISFIED))))).isEmpty();
    }

    @Test
    void t18SendingOneCallTenTimesCountsItOnce() {
        Matter it = finished();
        int seen = it.version;
        assertThat(effect(() -> {
            called(it, said(SATISFIED));
            IntStream.range(0, 9).forEach(i -> refused("case-wrong-state", () -> verdict.followUp(AGENT, it.number, seen, said(SATISFIED))));
        })).containsEntry("answered", 1L).containsEntry("satisfied", 1L);
    }

    @Test
    void t19ManyTagsBesideABadLevelChangeNoFigure() {
        Matter it = finished();
        assertThat(effect(() -> step(it, () -> verdict.rate(resident, it.number, new RatingGiven(DISSATISFIED, List.of("态度好", "办得快"), "满意满意")))))
                .containsOnly(entry("answered", 1L), entry("dissatisfied", 1L), entry("reworked", 1L));
    }
}
