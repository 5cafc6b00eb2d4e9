package cn.shiyu.eventlog;

import java.util.Map;

/**
 * A fact about to be appended.
 *
 * @param type past tense, e.g. {@code CaseDispatched}
 * @param version of the facts' shape, from 1; readers know every version ever written
 * @param facts codes, ids, numbers and instants; never personal data, since it can never be removed again
 * @param words what a person wrote, null or blank for nothing; kept apart because it may have to be erased one day
 */
public record NewEvent(String type, int version, Map<String, Object> facts, String words) {

    public NewEvent {
        if (type == null || !type.matches("[A-Z][A-Za-z]{2,59}")) {
            throw new IllegalArgumentException("not an event type: " + type);
        }
        if (version < 1 || version > Short.MAX_VALUE) {
            throw new IllegalArgumentException("not an event version: " + version);
        }
        words = words == null || words.isBlank() ? null : words;
    }

    /** A fact in version 1 to which nobody wrote anything. */
    public static NewEvent of(String type, Map<String, Object> facts) {
        return new NewEvent(type, 1, facts, null);
    }

    /** A fact in version 1 with what a person wrote. */
    public static NewEvent of(String type, Map<String, Object> facts, String words) {
        return new NewEvent(type, 1, facts, words);
    }
}
