package cn.shiyu.assessment;

import java.util.List;

/**
 * One unit's line of the sheet (or the sum of several units).
 *
 * @param unit code, empty for a sum
 */
public record UnitFigures(
        String unit,
        String name,
        int dispatched,
        int returned,
        int finished,
        int onTime,
        int followedUp,
        int responded,
        int solved,
        int answered,
        int content,
        int basicallyContent,
        AssessmentRules rules) {

    static UnitFigures of(String unit, String name, List<Tally> tallies, AssessmentRules rules) {
        return new UnitFigures(
                unit,
                name,
                sum(tallies, Figure.DISPATCHED),
                sum(tallies, Figure.RETURNED),
                sum(tallies, Figure.FINISHED),
                sum(tallies, Figure.ON_TIME),
                sum(tallies, Figure.FOLLOWED_UP),
                sum(tallies, Figure.RESPONDED),
                sum(tallies, Figure.SOLVED),
                sum(tallies, Figure.ANSWERED),
                sum(tallies, Figure.SATISFIED) - basically(tallies),
                basically(tallies),
                rules);
    }

    private static int sum(List<Tally> tallies, Figure figure) {
        return tallies.stream().filter(figure::counts).mapToInt(Tally::count).sum();
    }

    private static int basically(List<Tally> tallies) {
        return tallies.stream()
                .filter(Figure.SATISFIED::counts)
                .filter(tally -> Figure.BASICALLY.equals(tally.satisfaction()))
                .mapToInt(Tally::count)
                .sum();
    }

    /** 响应率 */
    public Rate response() {
        return new Rate(responded, followedUp);
    }

    /** 解决率 */
    public Rate solution() {
        return new Rate(solved, followedUp);
    }

    /** 满意率 = (满意及以上 + 0.9 × 基本满意) / 有效评价 */
    public Rate satisfaction() {
        return new Rate(content + rules.basicallySatisfied() * basicallyContent, answered);
    }

    /** 按时办结率 */
    public Rate punctuality() {
        return new Rate(onTime, finished);
    }

    /** 综合得分, 0 to 100 with one decimal; a dash without follow-ups. */
    public String composite() {
        return answered == 0 ? "—" : Rate.percent(compositeShare()).replace("%", "");
    }

    double compositeShare() {
        AssessmentRules.Weights weights = rules.weights();
        if (followedUp == 0) {
            return satisfaction().share();
        }
        return weights.response() * response().share()
                + weights.solution() * solution().share()
                + weights.satisfaction() * satisfaction().share();
    }

    public boolean isFew() {
        return response().isFew();
    }

    /** Nothing happened here in this period. */
    public boolean isQuiet() {
        return dispatched + returned + finished + answered == 0;
    }
}
