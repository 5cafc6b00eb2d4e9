package cn.shiyu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The slowest statements of the run (pg_stat_statements), and how PostgreSQL carried them out (auto_explain), with real parameters. */
final class Plans {

    /** @param plan as EXPLAIN (ANALYZE, BUFFERS) writes it, empty when it was not seen again */
    record Slow(String text, long calls, double meanMillis, double totalSeconds, String plan) {

        private Slow with(Slow other) {
            long all = calls + other.calls;
            double seconds = totalSeconds + other.totalSeconds;
            return new Slow(text, all, seconds * 1000 / all, seconds, plan);
        }
    }

    private static final String SLOWEST = """
            select query, calls, mean_exec_time, total_exec_time / 1000 from pg_stat_statements s
            join pg_roles r on r.oid = s.userid join pg_database d on d.oid = s.dbid
            where r.rolname = 'shiyu_app' and d.datname = current_database() and calls >= %d
              and query ~* '^\\s*(select|insert|update|delete|with)' and query !~* 'bench_sample|set_config|/\\* alone \\*/'
            order by mean_exec_time desc limit 60""";

    private final Connection superuser;
    private final Path log;

    Plans(Connection superuser, Path log) {
        this.superuser = superuser;
        this.log = log;
    }

    void forgetEverything() {
        execute("create extension if not exists pg_stat_statements");
        execute("select pg_stat_statements_reset()");
    }

    /** From now on each statement's plan goes to the server's log: costs time, so only after the measurements. */
    void watch(boolean on) {
        execute("alter system set auto_explain.log_analyze = " + on);
        execute("alter system set auto_explain.log_buffers = " + on);
        execute("alter system set auto_explain.log_min_duration = " + (on ? 0 : -1));
        execute("select pg_reload_conf()");
    }

    private void execute(String sql) {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The application's own, by mean. One statement counted under several texts, as its constants came, is one. */
    List<Slow> slowest(int most, int leastCalls) {
        Map<String, Slow> found = new LinkedHashMap<>();
        try (Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(SLOWEST.formatted(leastCalls))) {
            while (rows.next()) {
                Slow one = new Slow(rows.getString(1), rows.getLong(2), rows.getDouble(3), rows.getDouble(4), "");
                found.merge(plain(one.text()), one, Slow::with);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble(Slow::meanMillis).reversed())
                .limit(most)
                .toList();
    }

    /** The slowest execution seen while watching. */
    Slow withPlan(Slow slow) {
        return plans().stream()
                .filter(plan -> same(plan.text(), slow.text()))
                .max((a, b) -> Double.compare(a.meanMillis(), b.meanMillis()))
                .map(plan -> new Slow(slow.text(), slow.calls(), slow.meanMillis(), slow.totalSeconds(), plan.plan()))
                .orElse(slow);
    }

    private static boolean same(String logged, String counted) {
        return plain(logged).equals(plain(counted));
    }

    private static String plain(String sql) {
        return sql.replaceAll("'[^']*'|\\b\\d+\\b|\\$\\d+", "?").replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /** Entries of auto_explain: a line with the duration, then lines that begin with a tab. */
    private List<Slow> plans() {
        List<Slow> plans = new ArrayList<>();
        StringBuilder entry = new StringBuilder();
        double millis = 0;
        for (String line : lines()) {
            if (line.startsWith("\t") && millis > 0) {
                entry.append(line.substring(1)).append('\n');
                continue;
            }
            plan(entry, millis).ifPresent(plans::add);
            entry.setLength(0);
            int at = line.indexOf("duration: ");
            millis = at > 0 && line.endsWith("plan:")
                    ? Double.parseDouble(line.substring(at + 10, line.indexOf(" ms", at)))
                    : 0;
        }
        plan(entry, millis).ifPresent(plans::add);
        return plans;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Slow> plan(StringBuilder entry, double millis) {
        String text = entry.toString();
        int query = text.indexOf("Query Text: ");
        int end = text.indexOf("(cost=");
        if (query < 0 || end < 0) {
            return Optional.empty();
        }
        int plan = text.lastIndexOf('\n', end) + 1;
        String sql = text.substring(query + 12, plan).replaceAll("(?m)^Query Parameters:.*$", "");
        return Optional.of(new Slow(sql, 1, millis, 0, text.substring(plan)));
    }
}
