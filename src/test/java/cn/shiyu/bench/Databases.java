package cn.shiyu.bench;

import cn.shiyu.bench.fill.CityFill;
import cn.shiyu.dev.BenchServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A database for each size of city, filled once and found again by later runs. */
final class Databases {

    private final BenchServers servers;
    private final Map<String, String> settings;

    Databases(BenchServers servers, Map<String, String> settings) {
        this.servers = servers;
        this.settings = settings;
    }

    static String nameFor(int cases) {
        return "shiyu_" + cases;
    }

    /** @return how many seconds filling took, 0 when an earlier run had done it */
    long filled(int cases) {
        String name = nameFor(cases);
        String marked = ask("postgres", "select shobj_description(oid, 'pg_database') from pg_database where datname = '" + name + "'");
        if ("filled".equals(marked)) {
            return 0;
        }
        try {
            // Half a filling from a run that was broken off is thrown away.
            tell("postgres", "drop database if exists " + name);
            servers.create(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        // The application makes the tables and brings the city on board; what it cannot have is a past.
        Application.start(settings, servers.url(name), servers.folder()).stop();
        long seconds = new CityFill(servers.jdbc(name), servers.superuser()).fill(cases);
        tell(name, """
                create table bench_sample as select row_number() over () as n, number, case_id, resident_id
                from case_file tablesample system (20) where status = 'CLOSED' limit 100000""");
        tell(name, "alter table bench_sample add primary key (n)");
        tell(name, "grant select on bench_sample to shiyu_app");
        tell(name, "vacuum analyze bench_sample");
        tell(name, "comment on database " + name + " is 'filled'");
        return seconds;
    }

    /** Numbers of cases that are there. */
    List<String> sample(String database) {
        List<String> numbers = new ArrayList<>();
        try (Connection connection = servers.superuser(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select number from bench_sample")) {
            while (rows.next()) {
                numbers.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return numbers;
    }

    String ask(String database, String sql) {
        try (Connection connection = servers.superuser(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void tell(String database, String sql) {
        try (Connection connection = servers.superuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    Application start(int cases) {
        return Application.start(settings, servers.url(nameFor(cases)), servers.folder());
    }

    Path log() {
        return servers.postgresLog();
    }
}
