package cn.shiyu.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.tika.Tika;

/** What an upload is, by its first bytes; neither its name nor what the sender calls it counts. */
enum MediaKind {
    PHOTO,
    SOUND,
    /** A picture that we cannot clean, or that most screens cannot show. */
    OTHER_PICTURE,
    UNKNOWN;

    private static final int ENOUGH_BYTES = 65_536;
    private static final Tika TIKA = new Tika();
    private static final Set<String> PHOTOS = Set.of("image/jpeg", "image/png");

    /**
     * What Tika calls a recording, and how we serve it. Phones put sound into the same box (ISO base media) as
     * video.
     */
    private static final Map<String, String> SOUNDS = Map.ofEntries(
            Map.entry("audio/mpeg", "audio/mpeg"),
            Map.entry("audio/mp4", "audio/mp4"),
            Map.entry("audio/x-m4a", "audio/mp4"),
            Map.entry("application/mp4", "audio/mp4"),
            Map.entry("video/mp4", "audio/mp4"),
            Map.entry("audio/amr", "audio/amr"),
            Map.entry("audio/vnd.wave", "audio/wav"),
            Map.entry("audio/x-wav", "audio/wav"),
            Map.entry("audio/ogg", "audio/ogg"),
            Map.entry("audio/vorbis", "audio/ogg"),
            Map.entry("audio/opus", "audio/ogg"),
            Map.entry("application/ogg", "audio/ogg"));

    /** @param mediaType as it is served */
    record Found(MediaKind kind, String mediaType) {}

    static Found of(Path upload) throws IOException {
        try (InputStream bytes = Files.newInputStream(upload)) {
            return of(bytes.readNBytes(ENOUGH_BYTES));
        }
    }

    static Found of(byte[] start) {
        String type = TIKA.detect(start);
        if (PHOTOS.contains(type)) {
            return new Found(PHOTO, type);
        }
        if (SOUNDS.containsKey(type)) {
            return new Found(SOUND, SOUNDS.get(type));
        }
        return new Found(type.startsWith("image/") && !type.contains("svg") ? OTHER_PICTURE : UNKNOWN, type);
    }
}
