package cn.shiyu.dev;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A PostgreSQL of a test's own, beside the shared one, to be archived, ruined and restored. */
public final class SpareDatabase implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final int port;

    private SpareDatabase(EmbeddedPostgres server, int port) throws Exception {
        this.server = server;
        this.port = port;
        server.start();
    }

    /** Durable, and archiving its log into the folder of backups. @param folder for its data, {@code data} therein */
    public static SpareDatabase archiving(Path folder, Path backups) throws Exception {
        return start(folder, backups);
    }

    /** On data that are there already, {@code data} in the folder; answers once it is done with its recovery. */
    public static SpareDatabase on(Path folder) throws Exception {
        return start(folder, null);
    }

    private static SpareDatabase start(Path folder, Path backups) throws Exception {
        int port = Ports.anyFree();
        Home home = new Home(Home.ofTheProject().software(), folder);
        return new SpareDatabase(new EmbeddedPostgres(home, home.dataOf("data"), port, true, backups), port);
    }

    /** As {@code shiyu.database.url} wants it. */
    public String url() {
        return "postgresql://127.0.0.1:" + port + "/" + DatabaseRoles.DATABASE;
    }

    public Connection as(String role) throws SQLException {
        return DriverManager.getConnection(DatabaseRoles.jdbc(port, DatabaseRoles.DATABASE), DatabaseRoles.login(role));
    }

    /** A new folder that the server owns. */
    public Path folder(Path folder) {
        server.handOver(Home.folder(folder));
        return folder;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.stop();
    }
}
