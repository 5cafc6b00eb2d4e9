package cn.shiyu.assessment.console;

import cn.shiyu.assessment.index.Indicator;
import cn.shiyu.assessment.index.IndicatorScore;
import cn.shiyu.assessment.index.UnitScore;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Sealed digits as pages show them: fewer, and never more than they say. */
@TemplateExtension
final class DigitExtensions {

    private DigitExtensions() {}

    /** Of a share from 0 to 1: {@code 83.1%}. */
    static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP) + "%";
    }

    /** Without zeros at the end. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** {@code 3}, or {@code 3（2–5）} where its neighbours cannot be told apart from it. */
    static String place(UnitScore score) {
        return score.best().equals(score.worst()) ? "" + score.rank() : score.rank() + "（" + score.best() + "–" + score.worst() + "）";
    }

    /** {@code 65.14–93.82} */
    static String span(UnitScore score) {
        return score.low() + "–" + score.high();
    }

    /** Two digits behind the point. */
    static BigDecimal cents(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP);
    }

    static String plain(double number) {
        return plain(BigDecimal.valueOf(number));
    }

    static List<UnitScore> ranked(List<UnitScore> scores) {
        return scores.stream().filter(UnitScore::isRanked).toList();
    }

    /** Those with nothing counted. */
    static List<UnitScore> unranked(List<UnitScore> scores) {
        return scores.stream().filter(score -> !score.isRanked()).toList();
    }

    /** An indicator of a version with what a unit has of it. @param score null where its whole group has nothing */
    record Shown(Indicator indicator, IndicatorScore score) {
        public String name() {
            return indicator.name();
        }
    }

    static List<Shown> in(UnitScore unit, List<Indicator> indicators) {
        return indicators.stream()
                .map(one -> new Shown(
                        one, unit.indicators().stream().filter(score -> score.code().equals(one.code())).findFirst().orElse(null)))
                .toList();
    }
}
