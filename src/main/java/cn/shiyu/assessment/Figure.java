package cn.shiyu.assessment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is counted. Each event counts in the period in which it happened and for the unit that led at that moment; one case
 * dispatched twice counts twice. Nobody is counted as content for having said nothing.
 */
public enum Figure {
    /** 派遣件: by the time of dispatching or of the ruling that names the unit. */
    DISPATCHED(Set.of("CaseDispatched", "ReturnRuled")),
    /** 退单件: by the time of returning. */
    RETURNED(Set.of("CaseReturned", "CaseReturnDisputed")),
    /** 办结件: by the time of finishing; a reworked case is finished again. */
    FINISHED(Set.of("CaseFinished")),
    /** 按时办结: of those finished, within the limit then in force. */
    ON_TIME(Set.of("CaseFinished")),
    /** 有效回访 N: follow-ups that reached somebody, by the time of the call. */
    FOLLOWED_UP(Set.of("CaseFollowedUp")),
    /** 响应: of those, the unit had been in touch. */
    RESPONDED(Set.of("CaseFollowedUp")),
    /** 解决: of those, it is solved. */
    SOLVED(Set.of("CaseFollowedUp")),
    /** 有效评价: follow-ups that reached somebody, and residents' own ratings where none did. */
    ANSWERED(Set.of("CaseFollowedUp", "CaseRated")),
    /** 满意: of those, 基本满意 or better (the former weighs less). A resident's own word after the call outranks what was noted at it. */
    SATISFIED(Set.of("CaseFollowedUp", "CaseRated"));

    static final List<String> CONTENT = List.of("VERY_SATISFIED", "SATISFIED");
    static final String BASICALLY = "BASICALLY_SATISFIED";

    private final Set<String> types;

    Figure(Set<String> types) {
        this.types = types;
    }

    Set<String> types() {
        return types;
    }

    /** Whether the tally's events belong to this figure. */
    boolean counts(Tally tally) {
        return types.contains(tally.type())
                && switch (this) {
                    case DISPATCHED, RETURNED, FINISHED -> true;
                    case ON_TIME -> tally.onTime();
                    case FOLLOWED_UP -> tally.reached();
                    case RESPONDED -> tally.reached() && tally.responded();
                    case SOLVED -> tally.reached() && tally.solved();
                    case ANSWERED -> isAnswer(tally);
                    case SATISFIED -> isAnswer(tally)
                            && (CONTENT.contains(tally.satisfaction()) || BASICALLY.equals(tally.satisfaction()));
                };
    }

    private static boolean isAnswer(Tally tally) {
        return tally.reached() || "CaseRated".equals(tally.type());
    }

    /** As it stands in addresses and messages. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Figure> of(String code) {
        return Arrays.stream(values()).filter(figure -> figure.code().equals(code)).findFirst();
    }
}
