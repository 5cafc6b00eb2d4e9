package cn.shiyu.backup;

import cn.shiyu.platform.command.ErrandRefused;
import cn.shiyu.platform.web.Messages;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What a backup is, written last as {@code manifest.json}.
 *
 * @param name its folder's name: the moment it was begun, UTC
 * @param endedAt the earliest moment it can be restored to, by the server's clock
 */
record Manifest(
        String format,
        String name,
        Instant startedAt,
        Instant endedAt,
        Server server,
        Wal wal,
        List<Tablespace> tablespaces,
        Content content,
        Uploads uploads,
        Census census) {

    static final String FORMAT = "shiyu-backup-1";
    static final String FILE = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    /** @param segmentBytes size of one file of the write-ahead log @param owner who owns the data folder */
    record Server(String version, String systemIdentifier, long segmentBytes, String dataFolder, String owner) {}

    /** The log without which the copied files are worth nothing: from the first to the last segment. */
    record Wal(String startLsn, String stopLsn, String firstSegment, String lastSegment) {}

    /** @param sha256 of the file {@code files.sha256}, which names the digest of every other file */
    record Content(long files, long bytes, String sha256) {}

    record Uploads(long files, long bytes) {}

    /** @return the digest of the manifest, which by the digests within stands for the whole backup */
    String write(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        Files.write(file, JSON.writeValueAsBytes(this));
        return FileCopy.digest(file);
    }

    static Manifest read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Manifest manifest = JSON.readValue(file.toFile(), Manifest.class);
            if (FORMAT.equals(manifest.format())) {
                return manifest;
            }
            throw new ErrandRefused(Messages.get("backup.otherFormat", file, manifest.format()));
        } catch (IOException e) {
            throw new ErrandRefused(Messages.get("backup.noManifest", file), e);
        }
    }
}
