package cn.shiyu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL alone with the statements the application sends: what this machine could do at most. Finds pgbench, or installs it. */
final class PgBench {

    /** @param millis average of one script */
    record Result(double perSecond, double millis) {}

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+) ms");

    private final Path program = find();
    private final int port;
    private final String password;
    private final String database;

    PgBench(int port, String password, String database) {
        this.port = port;
        this.password = password;
        this.database = database;
    }

    /** @param script below src/test/resources/bench */
    Result run(String script, int clients, int seconds, String... more) {
        try {
            List<String> command = new ArrayList<>(List.of(
                    program.toString(), "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", "shiyu_app", "-n", "-M", "prepared",
                    "-c", Integer.toString(clients), "-j", "1", "-T", Integer.toString(seconds), "-f",
                    Path.of("src/test/resources/bench", script).toAbsolutePath().toString()));
            command.addAll(List.of(more));
            command.add(database);
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", password);
            Process process = builder.start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("pgbench " + script + ":\n" + out);
            }
            return new Result(number(TPS, out), number(LATENCY, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * So many a second, whether the one before is done or not, as {@link cn.shiyu.bench.load.Generator#open}.
     *
     * @return microseconds of each, counted from when it was to be sent, in order of length
     */
    long[] times(String script, int clients, int perSecond, int seconds) {
        try {
            Path folder = Files.createTempDirectory("pgbench-");
            run(script, clients, seconds, "-R", Integer.toString(perSecond), "-l", "--log-prefix=" + folder.resolve("times"));
            try (Stream<Path> logs = Files.list(folder)) {
                return logs.flatMap(PgBench::lines).mapToLong(line -> Long.parseLong(line.split(" ")[2])).sorted().toArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path log) {
        try {
            return Files.readAllLines(log).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(Pattern pattern, String out) {
        Matcher found = pattern.matcher(out);
        if (!found.find()) {
            throw new IllegalStateException("pgbench said something else:\n" + out);
        }
        return Double.parseDouble(found.group(1));
    }

    private static Path find() {
        return Stream.<Supplier<Optional<Path>>>of(PgBench::onThePath, PgBench::ofAServer, PgBench::installed)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("没有找到 pgbench,也无法自动安装。请安装 PostgreSQL 的 pgbench 并放进 PATH。"));
    }

    private static Optional<Path> onThePath() {
        return Arrays.stream(Objects.requireNonNullElse(System.getenv("PATH"), "").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, "pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> ofAServer() {
        Path servers = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(servers)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.find(servers, 3, (path, is) -> path.endsWith("pgbench"))) {
            return found.findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> installed() {
        System.out.println("[bench] 本机没有 pgbench,正在自动安装……(installing pgbench)");
        String root = "root".equals(System.getProperty("user.name")) ? "" : "sudo -n ";
        List<String> ways = List.of(
                root + "apt-get update -q && " + root + "apt-get install -y --no-install-recommends postgresql",
                root + "dnf install -y postgresql-contrib");
        for (String way : ways) {
            try {
                new ProcessBuilder("sh", "-c", way).inheritIO().start().waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            Optional<Path> program = onThePath().or(PgBench::ofAServer);
            if (program.isPresent()) {
                return program;
            }
        }
        return Optional.empty();
    }
}
