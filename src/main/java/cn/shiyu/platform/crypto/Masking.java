package cn.shiyu.platform.crypto;

/** Personal data as screens show it by default: enough to recognise one's own, not enough to learn another's. */
public final class Masking {

    private Masking() {}

    /** {@code 138****0000}; a number too short to hide in is hidden whole; null stays null. */
    public static String phone(String phone) {
        if (phone == null) {
            return null;
        }
        int length = phone.length();
        if (length < 7) {
            return "*".repeat(length);
        }
        int head = length >= 11 ? 3 : 2;
        int tail = length >= 11 ? 4 : 2;
        return phone.substring(0, head) + "*".repeat(length - head - tail) + phone.substring(length - tail);
    }

    /** {@code 王*}, {@code 王**}: the family name stays; null stays null. */
    public static String name(String name) {
        if (name == null || name.isBlank()) {
            return name;
        }
        int[] characters = name.strip().codePoints().toArray();
        return Character.toString(characters[0]) + "*".repeat(Math.max(1, characters.length - 1));
    }

    /** {@code zh****@example.cn}, {@code ab****}: the start of an address or an id; null stays null. */
    public static String handle(String text) {
        if (text == null) {
            return null;
        }
        int at = text.indexOf('@');
        String head = text.substring(0, Math.min(2, at < 0 ? text.length() / 2 : at / 2));
        return head + "****" + (at < 0 ? "" : text.substring(at));
    }

    /** {@code 341282********001X}; null stays null. */
    public static String identityNumber(String number) {
        if (number == null || number.length() < 15) {
            return number == null ? null : "*".repeat(number.length());
        }
        return number.substring(0, 6) + "*".repeat(number.length() - 10) + number.substring(number.length() - 4);
    }
}
