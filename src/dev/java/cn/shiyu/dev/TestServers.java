package cn.shiyu.dev;

import java.util.HashMap;
import java.util.Map;

/** The same servers for tests: on free ports, with data nobody keeps, started once for all tests of this JVM. */
public final class TestServers {

    private static final Ports PORTS = Ports.free();
    private static Map<String, String> settings;

    private TestServers() {}

    /** @return the settings by which the application under test reaches them, its own port included */
    public static synchronized Map<String, String> start() {
        if (settings == null) {
            Home home = Home.temporary();
            Servers servers = new Servers(home, PORTS, false, new Progress());
            Map<String, String> started = new HashMap<>(servers.start());
            started.put("quarkus.http.test-port", Integer.toString(Ports.anyFree()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(servers, home), "servers-stop"));
            settings = Map.copyOf(started);
        }
        return settings;
    }

    private static void end(Servers servers, Home home) {
        servers.stop();
        home.wipe();
    }

    /** JDBC address of the database, for tests that look past the application. */
    public static String jdbcUrl() {
        return DatabaseRoles.jdbc(PORTS.postgres(), DatabaseRoles.DATABASE);
    }

    public static String databasePassword() {
        return DatabaseRoles.PASSWORD;
    }
}
