package cn.shiyu.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Servers that outlived a run which was killed: found by their pid file and ended before the next start. */
final class Orphans {

    private Orphans() {}

    /** Before a folder is thrown away, whoever still works on it must be gone. */
    static void endAll(Home home) {
        List.of("postgresql", "redis", "keycloak").forEach(server -> end(home, server));
    }

    /**
     * Ends what an earlier run left behind.
     *
     * @throws IllegalStateException when that run is still alive: two runs must not share one folder
     */
    static void end(Home home, String server) {
        Path pidFile = home.pidOf(server);
        if (!Files.exists(pidFile)) {
            return;
        }
        String[] ids = read(pidFile).split(" ");
        running(ids[0])
                // Ids are reused: only a process that names our folder is ours.
                .filter(process -> names(process, home.data()))
                .ifPresent(process -> {
                    refuseIfAlive(ids[1], home);
                    Terminal.end(server, process);
                });
        delete(pidFile);
    }

    private static Optional<ProcessHandle> running(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
    }

    private static boolean names(ProcessHandle process, Path folder) {
        return process.info().commandLine().orElse("").contains(folder.toString());
    }

    private static void refuseIfAlive(String parent, Home home) {
        boolean otherRun = !parent.equals(Long.toString(ProcessHandle.current().pid()))
                && running(parent)
                        .filter(p -> p.info().command().orElse("").contains("java"))
                        .isPresent();
        if (otherRun) {
            throw new IllegalStateException("另一个市域通正在使用 " + home.data() + " (进程 " + parent + "),请先停止它。");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
