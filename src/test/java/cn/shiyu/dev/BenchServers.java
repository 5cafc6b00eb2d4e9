package cn.shiyu.dev;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

/** The servers of the benchmark: durable, set as a city's small server would be, with data that a second run finds again. */
public final class BenchServers {

    /** What differs from PostgreSQL's own defaults; fsync, synchronous_commit and full_page_writes stay on. */
    public static final Map<String, String> POSTGRES = postgres();

    private final Home home;
    private final Ports ports = Ports.free();
    private final List<Part> others;
    private EmbeddedPostgres postgres;

    private BenchServers(Home home) {
        this.home = home;
        this.others = List.of(
                new EmbeddedKeycloak(home, ports.keycloak()), new EmbeddedRedis(home, ports.redis()), new StandIns(ports.standIns()));
        this.postgres = server();
    }

    /** @param fresh whether what an earlier run filled is thrown away */
    public static BenchServers ofTheProject(boolean fresh) {
        Home home = new Home(Home.ofTheProject().software(), Home.project().resolve(".shiyu").resolve("bench"));
        if (fresh) {
            home.wipe();
        }
        return new BenchServers(home);
    }

    private static Map<String, String> postgres() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("shared_buffers", "2GB");
        settings.put("effective_cache_size", "8GB");
        settings.put("max_wal_size", "8GB");
        settings.put("checkpoint_timeout", "15min");
        settings.put("random_page_cost", "1.1");
        settings.put("wal_compression", "on");
        settings.put("autovacuum_vacuum_scale_factor", "0.05");
        settings.put("autovacuum_vacuum_insert_scale_factor", "0.05");
        settings.put("shared_preload_libraries", "pg_stat_statements,auto_explain");
        return settings;
    }

    private EmbeddedPostgres server() {
        return new EmbeddedPostgres(home, home.dataOf("postgresql"), ports.postgres(), true, null);
    }

    /** @return the settings by which the application reaches them; the database is named later */
    public Map<String, String> start() throws Exception {
        CompletableFuture<Map<String, String>> keycloak = CompletableFuture.supplyAsync(() -> start(others.get(0)));
        Map<String, String> settings = new LinkedHashMap<>(start(others.get(1)));
        settings.putAll(start(others.get(2)));
        settings.putAll(postgres.start());
        if (configure()) {
            postgres.stop();
            postgres = server();
            postgres.start();
        }
        settings.putAll(keycloak.join());
        return settings;
    }

    private static Map<String, String> start(Part part) {
        try {
            return part.start();
        } catch (Exception e) {
            throw new IllegalStateException(part.name(), e);
        }
    }

    /** @return whether a restart is needed */
    private boolean configure() throws SQLException {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            for (var setting : POSTGRES.entrySet()) {
                boolean list = setting.getKey().equals("shared_preload_libraries");
                statement.execute("alter system set " + setting.getKey() + " = "
                        + (list ? setting.getValue() : "'" + setting.getValue() + "'"));
            }
            statement.execute("select pg_reload_conf()");
            try (ResultSet shown = statement.executeQuery("show shared_preload_libraries")) {
                shown.next();
                return shown.getString(1).isEmpty();
            }
        }
    }

    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbc(database), superuser());
    }

    public Properties superuser() {
        return DatabaseRoles.superuser();
    }

    public String jdbc(String database) {
        return DatabaseRoles.jdbc(ports.postgres(), database);
    }

    public String url(String database) {
        return "postgresql://127.0.0.1:" + ports.postgres() + "/" + database;
    }

    public int port() {
        return ports.postgres();
    }

    public String password() {
        return DatabaseRoles.PASSWORD;
    }

    public Path postgresLog() {
        return home.logOf("postgresql");
    }

    public Path folder() {
        return home.data();
    }

    /** Like the database of production, under another name. */
    public void create(String database) throws SQLException {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database + " owner " + DatabaseRoles.OWNER);
            statement.execute("revoke all on database " + database + " from public");
            statement.execute("grant connect on database " + database + " to " + DatabaseRoles.APPLICATION);
        }
    }

    public void stop() {
        others.forEach(Part::stop);
        postgres.stop();
    }
}
