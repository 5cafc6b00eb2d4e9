package cn.shiyu.clock;

import java.util.Objects;
import java.util.UUID;

/** Whose clock it is: any capability's thing, named by its type and id. */
public record ClockSubject(String type, UUID id) {

    public static final String CASE = "case";

    public ClockSubject {
        Objects.requireNonNull(type, "a clock has a subject");
        Objects.requireNonNull(id, "a clock has a subject");
    }

    public static ClockSubject ofCase(UUID id) {
        return new ClockSubject(CASE, id);
    }
}
