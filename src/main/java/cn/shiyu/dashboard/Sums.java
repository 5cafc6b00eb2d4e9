package cn.shiyu.dashboard;

import cn.shiyu.assessment.Rate;
import cn.shiyu.platform.sql.Line;

/**
 * What was counted of some days, townships or topics.
 *
 * @param content 满意 and better @param basically 基本满意 @param low 不满意 and worse
 */
public record Sums(int submitted, int finished, int onTime, int answered, int content, int basically, int low) {

    static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0);

    static Sums of(Line line, int first) {
        return new Sums(
                line.number(first), line.number(first + 1), line.number(first + 2), line.number(first + 3), line.number(first + 4),
                line.number(first + 5), line.number(first + 6));
    }

    Sums and(Sums other) {
        return new Sums(
                submitted + other.submitted, finished + other.finished, onTime + other.onTime, answered + other.answered,
                content + other.content, basically + other.basically, low + other.low);
    }

    /** 满意率, 基本满意 as a part of one; with its 95 % interval. */
    public Rate satisfaction(double basicallySatisfied) {
        return new Rate(content + basicallySatisfied * basically, answered);
    }

    /** 按时办结率 */
    public Rate punctuality() {
        return new Rate(onTime, finished);
    }

    public int late() {
        return finished - onTime;
    }
}
