package cn.shiyu.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Renders k8s/ with the machine's own kustomize or kubectl, or with one fetched for the purpose. */
final class Kustomize {

    /** What the kustomize inside of kubectl before 1.21 refuses: it has no word for components. */
    private static final String PROBE = "components: []";

    private static final Supplier<List<String>> COMMAND = once(Kustomize::find);

    private Kustomize() {}

    /** @return the rendered objects as one stream of YAML documents */
    static String build(Path folder) {
        try {
            Path errors = Files.createTempFile("kustomize", ".err");
            Process process = new ProcessBuilder(with(COMMAND.get(), folder.toString()))
                    .redirectError(errors.toFile())
                    .start();
            String objects = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError("kustomize cannot build " + folder + ":\n" + Files.readString(errors));
            }
            return objects;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> find() {
        return Stream.<Supplier<Optional<List<String>>>>of(
                        () -> Optional.ofNullable(System.getenv("SHIYU_KUSTOMIZE"))
                                .map(Kustomize::standalone),
                        () -> onThePath("kustomize").map(Kustomize::standalone),
                        () -> onThePath("kubectl").map(program -> List.of(program, "kustomize")),
                        () -> KustomizePackage.program().map(Path::toString).map(Kustomize::standalone))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .filter(Kustomize::isCurrent)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("没有找到 kustomize(5.x)或 kubectl(1.29 以上),也无法自动下载。"
                        + "请安装其中之一,或用环境变量 SHIYU_KUSTOMIZE 指定 kustomize 的路径。"));
    }

    private static List<String> standalone(String program) {
        return List.of(program, "build");
    }

    private static Optional<String> onThePath(String name) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Arrays.stream(path.split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static boolean isCurrent(List<String> command) {
        try {
            Path folder = Files.createTempDirectory("kustomize");
            Files.writeString(folder.resolve("kustomization.yaml"), PROBE + "\nconfigMapGenerator: [{name: probe}]\n");
            Process process = new ProcessBuilder(with(command, folder.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> with(List<String> command, String argument) {
        return Stream.concat(command.stream(), Stream.of(argument)).toList();
    }

    private static <T> Supplier<T> once(Supplier<T> find) {
        return new Supplier<>() {
            private T found;

            @Override
            public synchronized T get() {
                return found == null ? found = find.get() : found;
            }
        };
    }
}
