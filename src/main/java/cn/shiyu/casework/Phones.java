package cn.shiyu.casework;

/** Telephone numbers as people in China write them. */
final class Phones {

    private Phones() {}

    /** One form for look-up: digits only, without the country code. */
    static String normalise(String typed) {
        String digits = typed.strip().replaceAll("[\\s\\-－—()（）]", "").replaceFirst("^(\\+|00)86", "");
        return digits;
    }

    static boolean isValid(String typed) {
        String digits = normalise(typed);
        return digits.matches("1[3-9]\\d{9}") || digits.matches("0\\d{9,11}") || digits.matches("[2-9]\\d{6,7}");
    }
}
