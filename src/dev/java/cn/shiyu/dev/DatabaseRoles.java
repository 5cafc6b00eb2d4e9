package cn.shiyu.dev;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The database and the two roles that production has too (docs/running.md), made once. */
final class DatabaseRoles {

    static final String DATABASE = "shiyu";
    static final String SUPERUSER = "postgres";
    static final String OWNER = "shiyu_owner";
    static final String APPLICATION = "shiyu_app";
    /** Of all roles here: the server listens on 127.0.0.1 and holds demo data only. */
    static final String PASSWORD = "shiyu-dev";

    private DatabaseRoles() {}

    static void prepare(int port) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbc(port, "postgres"), superuser());
                Statement statement = connection.createStatement()) {
            if (isThere(statement)) {
                return;
            }
            statement.execute(role(OWNER));
            statement.execute(role(APPLICATION));
            statement.execute("create database " + DATABASE + " owner " + OWNER);
            statement.execute("revoke all on database " + DATABASE + " from public");
            statement.execute("grant connect on database " + DATABASE + " to " + APPLICATION);
        }
    }

    private static boolean isThere(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            return found.next();
        }
    }

    private static String role(String name) {
        return "create role " + name + " login nosuperuser nobypassrls nocreatedb nocreaterole password '" + PASSWORD
                + "'";
    }

    static String jdbc(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    static Properties superuser() {
        return login(SUPERUSER);
    }

    static Properties login(String role) {
        Properties login = new Properties();
        login.setProperty("user", role);
        login.setProperty("password", PASSWORD);
        return login;
    }
}
