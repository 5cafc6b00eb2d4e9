package cn.shiyu.platform.problem;

import java.util.List;

/**
 * What a person had typed into a form that could not be taken: it goes back to them whole, to be read and sent again as it was,
 * with the same key of idempotency.
 *
 * @param action where the form goes again: path and query
 * @param files photos or recordings came along; those a page cannot give back
 */
public record Typed(String action, List<Field> fields, boolean files) {

    /** Shorter than this, and without a letter beyond ASCII, it is a code or a key. */
    private static final int WORDY = 24;

    /** A name comes several times when several values were chosen. */
    public record Field(String name, String value) {

        boolean isWords() {
            return !name.equals("idempotencyKey")
                    && (value.length() > WORDY || value.codePoints().anyMatch(letter -> letter > 0x7f));
        }
    }

    /** What they wrote in their own words, to be shown; everything else is carried along unseen. */
    public List<String> words() {
        return fields.stream().filter(Field::isWords).map(Field::value).toList();
    }

    /** Whether there is anything to send again: a form of files alone must be filled anew. */
    public boolean canBeSentAgain() {
        return !files;
    }
}
