package cn.shiyu.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How processes are started and ended on this operating system. */
final class Terminal {

    static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private Terminal() {}

    /** In a session of its own, so that Ctrl-C ends the application first and its servers after it, in order. */
    static List<String> detached(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        List<String> detached = new ArrayList<>(List.of(SETSID.toString()));
        detached.addAll(command);
        return detached;
    }

    /** Ends a server the gentle way, and after 10 seconds the hard way. */
    static void end(String server, ProcessHandle process) {
        List<ProcessHandle> family = process.descendants().toList();
        // PostgreSQL takes SIGTERM as "wait for every client"; SIGINT is its "now, and tidily".
        boolean ends = server.equals("postgresql") && succeeds("kill", "-INT", Long.toString(process.pid()));
        if (!ends) {
            process.destroy();
        }
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (Exception stubborn) {
            process.destroyForcibly();
        }
        // Keycloak's script is the parent of its JVM and may die without it.
        family.forEach(ProcessHandle::destroyForcibly);
    }

    static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
