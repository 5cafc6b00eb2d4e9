package cn.shiyu.moralbank.honour;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Minutes as people read them. */
final class Hours {

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private Hours() {}

    /** Hours to a tenth, half up, without a trailing zero. */
    static String of(long minutes) {
        return BigDecimal.valueOf(minutes).divide(MINUTES, 1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
