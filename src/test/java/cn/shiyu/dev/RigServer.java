package cn.shiyu.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One server of a rig. Whatever is done to it, {@link #start} brings it back on the same port with the same data. */
public final class RigServer {

    private final Home home;
    private final String name;
    private final Part part;
    private boolean started;

    RigServer(Home home, String name, Part part) {
        this.home = home;
        this.name = name;
        this.part = part;
    }

    public int port() {
        return part.port();
    }

    /** @return the settings by which the application reaches it */
    public Map<String, String> start() {
        try {
            Map<String, String> settings = part.start();
            started = true;
            return settings;
        } catch (Exception e) {
            throw new IllegalStateException(part.name() + " does not start", e);
        }
    }

    /** {@code kill -9} of the process that was started; what it leaves behind has to cope. */
    public void kill() {
        ProcessHandle process = process();
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly();
        awaitEnd(process);
        if (!name.equals("postgresql")) {
            family.forEach(ProcessHandle::destroyForcibly);
        }
        // PostgreSQL's own children see that their parent is gone; the next start has to wait for the last of them.
        family.forEach(RigServer::awaitEnd);
    }

    /** {@code kill -STOP} of it and all its children: connections stay open, nobody answers. */
    public void freeze() {
        signal("-STOP");
    }

    public void thaw() {
        signal("-CONT");
    }

    /** Some faults end a server, some do not. */
    public void startIfDead() {
        if (find().filter(ProcessHandle::isAlive).isEmpty()) {
            start();
        }
    }

    public void stop() {
        if (started) {
            part.stop();
        }
    }

    private void signal(String signal) {
        ProcessHandle process = process();
        Stream.concat(Stream.of(process), process.descendants())
                .forEach(each -> Terminal.succeeds("kill", signal, Long.toString(each.pid())));
    }

    private ProcessHandle process() {
        return find().orElseThrow(() -> new IllegalStateException(name + " is not running"));
    }

    private Optional<ProcessHandle> find() {
        try {
            String pid = Files.readString(home.pidOf(name)).split(" ")[0];
            return ProcessHandle.of(Long.parseLong(pid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (Exception stubborn) {
            process.destroyForcibly();
        }
    }
}
