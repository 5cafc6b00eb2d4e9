package cn.shiyu.support;

import cn.shiyu.dev.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Ways to the database past the application, for tests of its walls. The caller closes. */
public final class Databases {

    private Databases() {}

    /** With the application's rights and no city set. */
    public static Connection asApplication() throws SQLException {
        return connect("shiyu_app");
    }

    /** With the application's rights and this city set for the session. */
    public static Connection asApplicationIn(String city) throws SQLException {
        Connection connection = asApplication();
        column(connection, "select set_config('app.tenant', ?, false)", city);
        return connection;
    }

    public static Connection asOwner() throws SQLException {
        return connect("shiyu_owner");
    }

    public static Connection asSuperuser() throws SQLException {
        return connect("postgres");
    }

    private static Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(TestServers.jdbcUrl(), role, TestServers.databasePassword());
    }

    /** The first column of all rows, as text. */
    public static List<String> column(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<String> column = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    column.add(rows.getString(1));
                }
            }
            return column;
        }
    }
}
