package cn.shiyu.casework;

import com.github.f4b6a3.uuid.util.UuidUtil;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** An upload that waits in a draft to become part of a case. */
public record DraftFile(UUID id, String mediaType) {

    /** Uploads that belong to nothing are removed after a day; an hour earlier the resident is asked for them again. */
    private static final Duration KEPT = Duration.ofHours(23);

    static DraftFile parse(String text) {
        String[] parts = text.split(" ", 2);
        return new DraftFile(UUID.fromString(parts[0]), parts[1]);
    }

    String text() {
        return id + " " + mediaType;
    }

    public boolean isPhoto() {
        return mediaType.startsWith("image/");
    }

    /** Its id tells when it was uploaded (UUID version 7). */
    public boolean isStale(Instant now) {
        return UuidUtil.getInstant(id).plus(KEPT).isBefore(now);
    }
}
