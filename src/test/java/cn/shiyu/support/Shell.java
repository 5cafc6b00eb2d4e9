package cn.shiyu.support;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Commands of the operating system, for the few things tests need from it. */
final class Shell {

    private Shell() {}

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    static boolean succeeds(String... command) {
        return run(
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD));
    }

    /** The person at the terminal sees what it says. */
    static boolean succeedsAloud(String command) {
        System.out.println("$ " + command);
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command + " 2>&1 | tail -n 3");
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        return run(builder.inheritIO());
    }

    private static boolean run(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
