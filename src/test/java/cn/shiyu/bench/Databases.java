package cn.shiyu.bench;

import cn.shiyu.bench.fill.AgendaFill;
import cn.shiyu.bench.fill.CityFill;
import cn.shiyu.bench.fill.LedgerFill;
import cn.shiyu.dev.BenchServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** A database for each size of city, filled once and found again by later runs. */
final class Databases {

    static final String AGENDAS = "shiyu_agendas";
    static final String LEDGER = "shiyu_ledger";

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
        return filled(name, "filled", () -> {
            long seconds = new CityFill(servers.jdbc(name), servers.superuser()).fill(cases);
            tell(name, """
                    create table bench_sample as select row_number() over () as n, number, case_id, resident_id
                    from case_file tablesample system (20) where status = 'CLOSED' limit 100000""");
            tell(name, "alter table bench_sample add primary key (n)");
            tell(name, "grant select on bench_sample to shiyu_app");
            tell(name, "vacuum analyze bench_sample");
            return seconds;
        });
    }

    /** Agendas are filled around a day and therefore anew on another. @return as {@link #filled(int)} */
    long agendas(int bookables, int bookings) {
        return filled(
                AGENDAS,
                "%d bookings on %s".formatted(bookings, LocalDate.now()),
                () -> new AgendaFill(servers.jdbc(AGENDAS), servers.superuser()).fill(bookables, bookings));
    }

    /** Books until yesterday; anew for every run, which leaves transfers of pgbench in them that nobody sealed. */
    long ledger(int postings) {
        String run = "run of " + Instant.now();
        return filled(LEDGER, run, () -> new LedgerFill(servers.jdbc(LEDGER), servers.superuser(), postings).fill());
    }

    Process command(String database, String name, String heap, Map<String, String> own) {
        return Application.process(settings, servers.url(database), servers.folder(), name + ".log", heap, own);
    }

    private long filled(String name, String mark, LongSupplier fill) {
        String marked = ask("postgres", "select shobj_description(oid, 'pg_database') from pg_database where datname = '" + name + "'");
        if (mark.equals(marked)) {
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
        long seconds = fill.getAsLong();
        tell(name, "comment on database " + name + " is '" + mark + "'");
        return seconds;
    }

    /** Numbers of cases that are there. */
    List<String> sample(String database) {
        return rows(database, "select number from bench_sample").stream().map(row -> row.get(0)).toList();
    }

    /** Rows of text, column by column. */
    List<List<String>> rows(String database, String sql) {
        List<List<String>> all = new ArrayList<>();
        try (Connection connection = servers.superuser(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                all.add(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return all;
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
        return start(nameFor(cases));
    }

    Application start(String database) {
        return Application.start(settings, servers.url(database), servers.folder());
    }

    Path log() {
        return servers.postgresLog();
    }
}
