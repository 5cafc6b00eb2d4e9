package cn.shiyu.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as the search reads it: one spelling for full-width and half-width, capitals and small letters, without spaces. Remembers
 * where each character came from. The database reads the same way ({@code search_plain}); only it decides what is found.
 */
final class PlainText {

    private static final String INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff";

    private final StringBuilder text = new StringBuilder();
    /** For each char of the plain text where its character begins in the original; one more at the end. */
    private int[] origins = new int[16];

    private PlainText(String original) {
        for (int at = 0; at < original.length(); at += Character.charCount(original.codePointAt(at))) {
            add(original.codePointAt(at), at);
        }
        origin(text.length(), original.length());
    }

    static PlainText of(String original) {
        return new PlainText(original);
    }

    private void add(int character, int origin) {
        String plain = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        plain.codePoints().filter(PlainText::counts).forEach(each -> {
            origin(text.length(), origin);
            origin(text.length() + 1, origin);
            text.appendCodePoint(each);
        });
    }

    private void origin(int place, int origin) {
        if (place >= origins.length) {
            origins = Arrays.copyOf(origins, origins.length * 2);
        }
        origins[place] = origin;
    }

    private static boolean counts(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && !Character.isISOControl(character)
                && INVISIBLE.indexOf(character) < 0;
    }

    String text() {
        return text.toString();
    }

    /** In characters, not in chars. */
    int length() {
        return text.codePointCount(0, text.length());
    }

    /** Where in the original a place of the plain text is. */
    int origin(int place) {
        return origins[place];
    }
}
