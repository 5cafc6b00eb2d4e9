package cn.shiyu.platform.files;

import java.time.Instant;
import java.util.UUID;

/**
 * A file as others refer to it.
 *
 * @param size in bytes, as stored
 * @param width in pixels, upright; null for sound
 */
public record FileRef(UUID id, String mediaType, long size, Integer width, Integer height, Instant createdAt) {

    public boolean isPhoto() {
        return width != null;
    }

    public String url() {
        return "/files/" + id;
    }

    /** A picture of at most 480 pixels a side; null for sound. */
    public String thumbUrl() {
        return isPhoto() ? url() + "/thumb" : null;
    }
}
