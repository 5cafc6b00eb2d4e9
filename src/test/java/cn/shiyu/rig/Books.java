package cn.shiyu.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the database holds, read past the application, as an auditor would. */
public final class Books {

    private final Rig rig;

    public Books(Rig rig) {
        this.rig = rig;
    }

    /** Number of each of the crowd's cases by the key that stands in its words; a double would have two numbers. */
    public Map<String, List<String>> casesOf(Crowd crowd) {
        return casesOf(crowd.mark());
    }

    /** The same by what marks the keys. */
    public Map<String, List<String>> casesOf(String mark) {
        Map<String, List<String>> found = new TreeMap<>();
        rows("select body, number from case_file where body like '%' || ? || '-%'", mark)
                .forEach(row ->
                        found.merge(row.get(0).substring(row.get(0).indexOf(mark)), List.of(row.get(1)), Books::joined));
        return found;
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** Cases without a first event, without a running clock or without a deadline to watch. */
    public List<String> halfWritten() {
        return column(
                """
                select c.number from case_file c where not exists
                    (select 1 from event e where e.tenant_id = c.tenant_id and e.stream_id = c.case_id and e.seq = 1)
                  or not exists (select 1 from clock k where k.tenant_id = c.tenant_id and k.subject_id = c.case_id)
                  or not exists (select 1 from deadline d join clock k using (tenant_id, clock_id)
                    where k.tenant_id = c.tenant_id and k.subject_id = c.case_id)
                """);
    }

    /** Events, clocks and streams that belong to no case. */
    public List<String> withoutACase() {
        return column(
                """
                select 'event ' || e.stream_id from event e where e.stream_type = 'case' and not exists
                    (select 1 from case_file c where c.tenant_id = e.tenant_id and c.case_id = e.stream_id)
                union all
                select 'clock ' || k.clock_id from clock k where k.subject_type = 'case' and not exists
                    (select 1 from case_file c where c.tenant_id = k.tenant_id and c.case_id = k.subject_id)
                """);
    }

    /** Days whose numbers have a gap: more given out than cases that bear them. */
    public List<String> gapsInNumbers() {
        return column(
                """
                select n.day || ': ' || n.last || ' given, ' || count(c.number) || ' there' from case_number n
                left join case_file c on c.tenant_id = n.tenant_id and c.number like '%' || to_char(n.day, 'YYYYMMDD') || '%'
                group by n.tenant_id, n.day, n.last having n.last <> count(c.number)
                """);
    }

    /** Lets the end of every running clock for acceptance fall due now. @return how many */
    public int letDeadlinesFallDue() {
        return update(
                """
                update deadline d set try_at = now() - interval '1 second' from clock k
                where k.tenant_id = d.tenant_id and k.clock_id = d.clock_id and d.kind = 'BREACH' and k.kind = 'ACCEPT'
                  and d.fired_at is null and d.failures = 0 and d.try_at > now()
                """);
    }

    /** How many are due and not yet noticed. */
    public int waitingDeadlines() {
        return Integer.parseInt(column("select count(*) from deadline where fired_at is null and try_at < now()").get(0));
    }

    /** Deadlines that were noticed other than exactly once: marked without an event, or told twice. */
    public List<String> deadlinesNotOnce() {
        return column(
                """
                select k.subject_id || ' ' || count(e.seq) from deadline d
                join clock k on k.tenant_id = d.tenant_id and k.clock_id = d.clock_id
                left join event e on e.tenant_id = d.tenant_id and e.stream_id = k.subject_id
                  and e.type = 'CaseDeadlineMissed' and e.payload like '%"' || k.kind || '"%'
                where d.fired_at is not null and d.kind = 'BREACH'
                group by d.tenant_id, d.deadline_id, k.subject_id having count(e.seq) <> 1
                """);
    }

    /** Runs the operator's command. @return its exit code: 0 when every chain of the city is whole */
    public int verifyChains(String city) {
        Path log = rig.servers().folder().resolve("verify-chain.log");
        Instance command = rig.another(
                "verify-chain", "256m", Map.of("shiyu.command", "verify-chain", "shiyu.city", city));
        int code = command.exitCode();
        try {
            Files.copy(command.log(), log, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return code;
    }

    /** Changes something past the application, as nobody in a city does. */
    public void tell(String sql) {
        update(sql);
    }

    public List<String> column(String sql, Object... values) {
        return rows(sql, values).stream().map(row -> row.get(0)).toList();
    }

    private List<List<String>> rows(String sql, Object... values) {
        try (Connection connection = rig.servers().asSuperuser();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<List<String>> all = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(rows.getString(i));
                }
                all.add(row);
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private int update(String sql) {
        try (Connection connection = rig.servers().asSuperuser();
                PreparedStatement statement = prepared(connection, sql)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
