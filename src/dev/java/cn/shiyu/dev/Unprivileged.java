package cn.shiyu.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root, and containers often are. Two ways out: a user namespace of its own or, where the
 * container forbids those, the user nobody, allowed to pass through root's folders.
 */
final class Unprivileged {

    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> AS_NOBODY = List.of(
            "setpriv",
            "--securebits=+no_setuid_fixup",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override",
            "--reuid=" + NOBODY,
            "--regid=" + NOBODY,
            "--clear-groups");

    private final List<String> prefix;

    private Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    static Unprivileged here() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Unprivileged(List.of());
        }
        return new Unprivileged(works(NAMESPACE) ? NAMESPACE : AS_NOBODY);
    }

    private static boolean works(List<String> prefix) {
        List<String> probe = new ArrayList<>(prefix);
        probe.add("true");
        return Terminal.succeeds(probe.toArray(String[]::new));
    }

    List<String> command(List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    /** Makes the folder the server's own: PostgreSQL insists on owning its data. */
    void own(Path folder) {
        if (prefix.isEmpty()) {
            return;
        }
        int owner = prefix == AS_NOBODY ? NOBODY : 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Files.setAttribute(path, "unix:uid", owner);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
