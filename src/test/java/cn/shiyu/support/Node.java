package cn.shiyu.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs somebody else's JavaScript: Node.js and npm as the machine has them, installed where it has none. */
public final class Node {

    private final Path folder;

    private Node(Path folder) {
        this.folder = folder;
    }

    /** A copy under {@code target/} with its dependencies as its lock file names them. @param source with package-lock.json */
    public static Node with(Path source) {
        install();
        Path folder = Path.of("target", source.getFileName().toString());
        copy(source, folder);
        Node node = new Node(folder);
        node.run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        return node;
    }

    private static void install() {
        if (isThere()) {
            return;
        }
        System.out.println("[开放接口测试] 本机没有 Node.js,正在自动安装……(installing Node.js and npm)");
        String root = Shell.isRoot() ? "" : "sudo -n ";
        if (Shell.succeeds("sh", "-c", "command -v apt-get")) {
            Shell.succeedsAloud(root + "apt-get update -q");
            Shell.succeedsAloud(root + "apt-get install -y --no-install-recommends nodejs npm");
        } else {
            Shell.succeedsAloud(root + "dnf install -y nodejs npm");
        }
        if (!isThere()) {
            throw new IllegalStateException("没有找到 Node.js 和 npm,也无法自动安装。请安装 Node.js 18 或更高版本。");
        }
    }

    private static boolean isThere() {
        return Shell.succeeds("node", "--version") && Shell.succeeds("npm", "--version");
    }

    /** @return what the script printed */
    public String script(String file, String... arguments) {
        List<String> command = new ArrayList<>(List.of("node", file));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private String run(List<String> command) {
        try {
            Path complaints = Files.createTempFile("node", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(complaints.toFile())
                    .start();
            String printed = new String(process.getInputStream().readAllBytes());
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(command.get(0) + " failed: " + printed + Files.readString(complaints));
            }
            Files.delete(complaints);
            return printed;
        } catch (IOException e) {
            throw new IllegalStateException(command.get(0) + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
