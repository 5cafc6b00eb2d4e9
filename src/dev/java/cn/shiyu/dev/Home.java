package cn.shiyu.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The folders the servers live in.
 *
 * @param software unpacked programs, shared by the newcomer's run and the tests
 * @param data what the servers keep, their logs and their pid files; one folder per run
 */
record Home(Path software, Path data) {

    /** The root of the project; Maven says it, since the working directory may be target/. */
    static Path project() {
        return Path.of(System.getProperty("shiyu.home", ".shiyu"))
                .toAbsolutePath()
                .getParent();
    }

    /** {@code .shiyu} at the root of the project: survives restarts and {@code mvn clean}. */
    static Home ofTheProject() {
        Path root = project().resolve(".shiyu");
        return new Home(root.resolve("software"), root.resolve("data"));
    }

    static Home temporary() {
        try {
            return new Home(ofTheProject().software(), Files.createTempDirectory("shiyu-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path dataOf(String server) {
        return folder(data.resolve(server));
    }

    Path logOf(String server) {
        return folder(data.resolve("log")).resolve(server + ".log");
    }

    Path pidOf(String server) {
        return folder(data.resolve("run")).resolve(server + ".pid");
    }

    /** Throws everything kept away, to start afresh. */
    void wipe() {
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> all = Files.walk(data)) {
            all.sorted(Comparator.reverseOrder()).forEach(Home::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
