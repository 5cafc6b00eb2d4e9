package cn.shiyu.platform.files;

import java.util.UUID;

/**
 * What a program gets for an upload.
 *
 * @param id to be named when the form is sent
 * @param thumbUrl null for sound
 */
public record FileReply(
        UUID id, String mediaType, long size, Integer width, Integer height, String url, String thumbUrl) {

    /** @param base where files are read on this surface, e.g. {@code /files} */
    public static FileReply of(FileRef file, String base) {
        String url = base + "/" + file.id();
        return new FileReply(
                file.id(),
                file.mediaType(),
                file.size(),
                file.width(),
                file.height(),
                url,
                file.isPhoto() ? url + "/thumb" : null);
    }
}
