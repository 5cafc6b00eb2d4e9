package cn.shiyu.assessment.index;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** To how many digits results are kept: the same doubles give the same digits, on any machine. */
final class Digits {

    private static final int KEPT = 6;
    /** Composites that are the same to two digits are the same. */
    private static final int RANKED = 2;

    private Digits() {}

    static BigDecimal of(double number) {
        return BigDecimal.valueOf(number).setScale(KEPT, RoundingMode.HALF_UP);
    }

    static BigDecimal composite(double number) {
        return BigDecimal.valueOf(number).setScale(RANKED, RoundingMode.HALF_UP);
    }
}
