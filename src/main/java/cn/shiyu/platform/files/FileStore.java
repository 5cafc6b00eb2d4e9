package cn.shiyu.platform.files;

import io.smallrye.mutiny.Uni;

/** Where the bytes lie, by key. Keys are made by us ({@link FileKey}), never by a sender. */
interface FileStore {

    /** Whole or not at all; the same key again replaces. */
    Uni<Void> put(String key, byte[] bytes);

    /**
     * A local file with the bytes, to be sent and not to be kept.
     *
     * @throws java.nio.file.NoSuchFileException when there is none
     */
    Uni<LocalFile> local(String key);

    /** Nothing there is no failure. */
    Uni<Void> delete(String key);
}
