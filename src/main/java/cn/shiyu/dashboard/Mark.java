package cn.shiyu.dashboard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a mark of the dashboard stands for, and so which cases lie behind it. */
public enum Mark {
    /** 新增 */
    SUBMITTED(Set.of(), null),
    /** 办结; a reworked case is finished again */
    FINISHED(Set.of("CaseFinished"), "true"),
    /** 超期办结 */
    LATE(Set.of("CaseFinished"), "not x.on_time"),
    /** 有效评价 */
    ANSWERED(Set.of("CaseFollowedUp", "CaseRated"), Mark.ANSWER),
    /** 差评: 不满意 and 非常不满意 */
    LOW(Set.of("CaseFollowedUp", "CaseRated"), Mark.ANSWER + " and " + Mark.BAD),
    /** 未办结, now */
    OPEN(Set.of(), "true"),
    /** 超期未办结, now */
    OVERDUE(Set.of(), "c.due_at < $2"),
    /** 24 小时内到期, now */
    SOON(Set.of(), "c.due_at >= $2 and c.due_at < $3");

    static final String ANSWER = "(x.reached or x.type = 'CaseRated')";
    static final String BAD = "x.satisfaction in ('DISSATISFIED', 'VERY_DISSATISFIED')";

    private final Set<String> types;
    private final String condition;

    Mark(Set<String> types, String condition) {
        this.types = types;
        this.condition = condition;
    }

    /** Events that are counted; empty where it is about the cases themselves. */
    Set<String> types() {
        return types;
    }

    String condition() {
        return condition;
    }

    /** Whether it is about how things stand now, whatever the days. */
    public boolean isNow() {
        return this == OPEN || this == OVERDUE || this == SOON;
    }

    /** As it stands in addresses and messages. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Mark> of(String code) {
        return Arrays.stream(values()).filter(mark -> mark.code().equals(code)).findFirst();
    }
}
