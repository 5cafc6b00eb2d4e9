package cn.shiyu.backup;

import cn.shiyu.platform.command.ErrandRefused;
import cn.shiyu.platform.command.Settings;
import cn.shiyu.platform.web.Messages;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/** One session of the backup's role, by JDBC: PostgreSQL ties a backup to the session that began it. */
final class Database implements AutoCloseable {

    private static final String ROLE = "shiyu_backup";
    private static final String NO_RIGHT = "42501";

    private final Connection connection;
    private final String role;

    private Database(Connection connection, String role) {
        this.connection = connection;
        this.role = role;
    }

    /**
     * @throws ErrandRefused when the server does not let us in, or is not yet done with its recovery
     */
    static Database open(Settings settings) {
        String url = "jdbc:"
                + settings.text("shiyu.backup.database.url").orElseGet(() -> settings.needed("shiyu.database.url"));
        Properties login = new Properties();
        login.setProperty("user", settings.text("shiyu.backup.database.user").orElse(ROLE));
        login.setProperty(
                "password", settings.text("shiyu.backup.database.password").orElse(""));
        // A backup of an hour is an hour without a word in this session.
        login.setProperty("tcpKeepAlive", "true");
        login.setProperty("ApplicationName", "shiyu backup");
        try {
            Connection connection = new Driver().connect(url, login);
            Database database = new Database(connection, login.getProperty("user"));
            // Whoever cannot see all rows shall fail, not count few of them.
            database.run("set row_security = off");
            database.run("set statement_timeout = 0");
            database.run("set idle_session_timeout = 0");
            return database;
        } catch (SQLException e) {
            throw new ErrandRefused(Messages.get("backup.noConnection", url, e.getMessage()), e);
        }
    }

    Connection connection() {
        return connection;
    }

    void run(String statement) {
        try (Statement it = connection.createStatement()) {
            it.execute(statement);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** The columns of the one row, as text. */
    List<String> row(String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    columns.add(found.getString(i));
                }
                return columns;
            }
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    String one(String sql, Object... values) {
        return row(sql, values).get(0);
    }

    boolean truth(String sql, Object... values) {
        return "t".equals(one(sql, values));
    }

    private ErrandRefused refused(SQLException e) {
        return NO_RIGHT.equals(e.getSQLState())
                ? new ErrandRefused(Messages.get("backup.noRight", role, e.getMessage()), e)
                : new ErrandRefused(Messages.get("backup.databaseFault", e.getMessage()), e);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
