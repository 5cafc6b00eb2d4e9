package cn.shiyu.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds the browser for browser tests, and installs one on a machine that has none. */
final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    private Chromium() {}

    static Path find() {
        return Stream.<Supplier<Optional<Path>>>of(
                        Chromium::named, Chromium::onThePath, Chromium::ofPlaywright, Chromium::installed)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "没有找到 Chromium,也无法自动安装。" + "请安装 chromium 与中文字体 fonts-noto-cjk,或用环境变量 SHIYU_CHROMIUM 指定它的路径。"));
    }

    private static Optional<Path> named() {
        return Optional.ofNullable(System.getenv("SHIYU_CHROMIUM")).map(Path::of);
    }

    private static Optional<Path> onThePath() {
        List<String> folders = Arrays.asList(
                Objects.requireNonNullElse(System.getenv("PATH"), "").split(java.io.File.pathSeparator));
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                // Ubuntu's package is a stub that asks for snap; a stub answers no version.
                .filter(program -> Shell.succeeds(program.toString(), "--version"))
                .findFirst();
    }

    /** What an earlier {@code playwright install} left. */
    private static Optional<Path> ofPlaywright() {
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "ms-playwright");
        if (!Files.isDirectory(cache)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.find(cache, 3, (path, is) -> path.endsWith("chrome") && is.isRegularFile())) {
            return files.filter(Files::isExecutable).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> installed() {
        System.out.println("[浏览器测试] 本机没有 Chromium,正在自动安装……(installing Chromium and a Chinese font)");
        boolean asked = installs("apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk")
                || installs("dnf", "install", "-y", "chromium", "google-noto-sans-cjk-fonts");
        Optional<Path> program = asked ? onThePath() : Optional.empty();
        program.ifPresent(path -> System.out.println("[浏览器测试] 已安装 " + path));
        return program;
    }

    private static boolean installs(String tool, String... arguments) {
        if (!Shell.succeeds("sh", "-c", "command -v " + tool)) {
            return false;
        }
        String root = Shell.isRoot() ? "" : "sudo -n ";
        Shell.succeedsAloud(root + tool + " update -q");
        return Shell.succeedsAloud(root + tool + " " + String.join(" ", arguments));
    }
}
