package cn.shiyu.law;

/** 二百八十八 and 288. */
final class ChineseNumbers {

    private static final String DIGITS = "零一二三四五六七八九";

    private ChineseNumbers() {}

    /** @param written below ten thousand, Chinese or Arabic */
    static int read(String written) {
        if (written.matches("[0-9]{1,4}")) {
            return Integer.parseInt(written);
        }
        int sum = 0;
        int digit = 0;
        for (char sign : written.toCharArray()) {
            if (DIGITS.indexOf(sign) >= 0) {
                digit = DIGITS.indexOf(sign);
            } else {
                sum += Math.max(digit, 1) * unit(sign);
                digit = 0;
            }
        }
        return sum + digit;
    }

    private static int unit(char sign) {
        return switch (sign) {
            case '十' -> 10;
            case '百' -> 100;
            default -> 1000;
        };
    }
}
