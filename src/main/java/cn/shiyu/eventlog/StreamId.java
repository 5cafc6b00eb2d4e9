package cn.shiyu.eventlog;

import java.util.Objects;
import java.util.UUID;

/**
 * Names the aggregate whose history a stream is.
 *
 * @param type what kind of aggregate, lower case: {@code case}, {@code region}…
 * @param id the aggregate's own id; unique within a city over all types
 */
public record StreamId(String type, UUID id) {

    public StreamId {
        Objects.requireNonNull(id, "a stream has an id");
        if (type == null || !type.matches("[a-z][a-z-]{0,39}")) {
            throw new IllegalArgumentException("not a stream type: " + type);
        }
    }

    @Override
    public String toString() {
        return type + ":" + id;
    }
}
