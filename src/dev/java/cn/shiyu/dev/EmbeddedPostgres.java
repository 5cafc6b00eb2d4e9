package cn.shiyu.dev;

import cn.shiyu.backup.PrepareBackups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** PostgreSQL with the database {@code shiyu}, its owner for migrations and the application's role, which owns nothing. */
final class EmbeddedPostgres implements Part {

    private static final String NAME = "postgresql";

    private final Home home;
    private final Path data;
    private final int port;
    /** False for tests: their data need not outlive the power. */
    private final boolean durable;
    /** Where backups and the archived log go; null for no archive. */
    private final Path backups;

    private final Unprivileged runner = Unprivileged.here();
    private Child child;

    EmbeddedPostgres(Home home, Path data, int port, boolean durable, Path backups) {
        this.home = home;
        this.data = data;
        this.port = port;
        this.durable = durable;
        this.backups = backups;
    }

    @Override
    public String name() {
        return "PostgreSQL " + PostgresProgram.VERSION;
    }

    @Override
    public String setting() {
        return "shiyu.database.url";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Map<String, String> start() throws Exception {
        Path program = PostgresProgram.unpackedInto(home.software());
        runner.own(data);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(program, data);
        }
        child = Child.start(home, NAME, server(program, data), Map.of());
        child.awaitReady(Duration.ofSeconds(60), this::accepts);
        DatabaseRoles.prepare(port);
        if (backups != null) {
            BackupRole.prepare(port);
        }
        return Map.of(
                "shiyu.database.url", "postgresql://127.0.0.1:" + port + "/" + DatabaseRoles.DATABASE,
                "shiyu.database.password", DatabaseRoles.PASSWORD,
                "shiyu.database.owner.password", DatabaseRoles.PASSWORD);
    }

    private void initialise(Path program, Path data) throws IOException, InterruptedException {
        empty(data);
        Path password = Files.writeString(home.data().resolve("superuser"), DatabaseRoles.PASSWORD);
        List<String> initdb = runner.command(List.of(
                program.resolve("bin/initdb").toString(),
                "--pgdata=" + data,
                "--username=" + DatabaseRoles.SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-sync"));
        Path log = home.logOf("initdb");
        int result = new ProcessBuilder(initdb)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        Files.delete(password);
        if (result != 0) {
            throw new IllegalStateException("initdb 失败:\n" + Files.readString(log));
        }
    }

    /** A killed initdb leaves half a data folder without PG_VERSION; it must start from nothing. */
    private static void empty(Path data) throws IOException {
        try (Stream<Path> leftovers = Files.list(data)) {
            if (leftovers.findAny().isPresent()) {
                new Home(data, data).wipe();
                Home.folder(data);
            }
        }
    }

    private List<String> server(Path program, Path data) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(program.resolve("bin/postgres").toString(), "-D", data.toString()));
        Map<String, String> settings = Map.of(
                "port", Integer.toString(port),
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "max_connections", "100",
                "timezone", "UTC",
                "log_timezone", "UTC",
                "fsync", durable ? "on" : "off",
                "synchronous_commit", durable ? "on" : "off");
        settings.forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        if (backups != null) {
            String archive = PrepareBackups.prepare(backups, backups.resolve("wal"));
            runner.own(backups);
            command.addAll(
                    List.of("-c", "archive_mode=on", "-c", "archive_command=" + archive, "-c", "archive_timeout=60s"));
        }
        return runner.command(command);
    }

    /** A folder for the server to write into, a tablespace for instance. */
    void handOver(Path folder) {
        runner.own(folder);
    }

    private boolean accepts() throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(DatabaseRoles.jdbc(port, "postgres"), DatabaseRoles.superuser())) {
            return connection.isValid(1);
        }
    }

    @Override
    public void stop() {
        if (child != null) {
            child.stop();
        }
    }
}
