package cn.shiyu.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** One server as a child process: its output goes to a log file, its id to a pid file. */
final class Child {

    private final String name;
    private final Process process;
    private final Path log;
    private final Path pidFile;

    private Child(String name, Process process, Path log, Path pidFile) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.pidFile = pidFile;
    }

    static Child start(Home home, String name, List<String> command, Map<String, String> environment) {
        Path log = home.logOf(name);
        Path pidFile = home.pidOf(name);
        try {
            ProcessBuilder builder = new ProcessBuilder(Terminal.detached(command));
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            Process process = builder.start();
            Files.writeString(
                    pidFile, process.pid() + " " + ProcessHandle.current().pid());
            return new Child(name, process, log, pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " 无法启动", e);
        }
    }

    /** Waits until the question is answered with true; an exception means not yet. */
    void awaitReady(Duration most, Callable<Boolean> ready) {
        long end = System.nanoTime() + most.toNanos();
        while (!answersYes(ready)) {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " 启动后退出了。日志末尾:\n" + endOfLog());
            }
            if (System.nanoTime() > end) {
                stop();
                throw new IllegalStateException(name + " 在 " + most.toSeconds() + " 秒内没有就绪。日志末尾:\n" + endOfLog());
            }
            pause();
        }
    }

    private static boolean answersYes(Callable<Boolean> ready) {
        try {
            return ready.call();
        } catch (Exception notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 25), lines.size()));
        } catch (IOException e) {
            return "(读不到 " + log + ")";
        }
    }

    void stop() {
        Terminal.end(name, process.toHandle());
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
