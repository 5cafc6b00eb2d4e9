package cn.shiyu.casework;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * A case's number: {@code <city short code><yyyymmdd><6 digits><check digit>} (spec: case numbers). The check digit is ISO
 * 7064 MOD 11,10 over the digits, letters counted by their place in the alphabet, so one wrong or most swapped characters
 * read over a phone are noticed.
 */
final class CaseNumber {

    private CaseNumber() {}

    static String of(String shortCode, LocalDate day, int serial) {
        String body = shortCode + day.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%06d", serial);
        return body + check(body);
    }

    /** As somebody might type it: small letters, spaces and hyphens are forgiven. */
    static String normalise(String typed) {
        return typed == null ? "" : typed.replaceAll("[\\s\\-－—]", "").toUpperCase(java.util.Locale.ROOT);
    }

    static boolean isValid(String number) {
        return number.matches("[A-Z]{2,4}\\d{15}")
                && number.charAt(number.length() - 1) == check(number.substring(0, number.length() - 1));
    }

    private static char check(String body) {
        int product = 10;
        for (char c : body.toCharArray()) {
            int digit = Character.isDigit(c) ? c - '0' : (c - 'A') % 10;
            int sum = (product + digit) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }
}
