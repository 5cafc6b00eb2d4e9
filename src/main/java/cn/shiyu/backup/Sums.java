package cn.shiyu.backup;

import cn.shiyu.platform.command.ErrandRefused;
import cn.shiyu.platform.web.Messages;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Digests of a backup's files, in the format of {@code sha256sum}: an operator can check them with that alone. */
final class Sums implements AutoCloseable {

    static final String FILE = "files.sha256";

    private static final String BETWEEN = "  ";

    private final BufferedWriter out;
    private long files;
    private long bytes;

    Sums(Path folder) throws IOException {
        out = Files.newBufferedWriter(folder.resolve(FILE));
    }

    void add(String digest, String name, long size) throws IOException {
        out.write(digest + BETWEEN + name + "\n");
        files++;
        bytes += size;
    }

    long files() {
        return files;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /**
     * Digests by name, relative to the backup's folder.
     *
     * @throws ErrandRefused when the list itself is not the one that the manifest means
     */
    static Map<String, String> read(Path folder, Manifest manifest) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)
                || !FileCopy.digest(file).equals(manifest.content().sha256())) {
            throw new ErrandRefused(Messages.get("backup.damaged", file));
        }
        Map<String, String> sums = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(line -> {
                int end = line.indexOf(BETWEEN);
                sums.put(line.substring(end + BETWEEN.length()), line.substring(0, end));
            });
        }
        return sums;
    }
}
