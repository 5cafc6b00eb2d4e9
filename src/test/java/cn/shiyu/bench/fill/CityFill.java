package cn.shiyu.bench.fill;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Fills 界首 with cases of the last three years, through COPY as the superuser: row-level security does not let the owner COPY either.
 * Secondary indexes are dropped before and made again afterwards, as for any large import; the primary keys stay.
 */
public final class CityFill {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 3 * 365;
    private static final int THREADS = 2;

    private final String jdbc;
    private final Properties superuser;
    private final Instant now = Instant.now();
    private final LocalDate today = now.atZone(ZONE).toLocalDate();

    public CityFill(String jdbc, Properties superuser) {
        this.jdbc = jdbc;
        this.superuser = superuser;
    }

    /** @return seconds it took */
    public long fill(int cases) {
        long start = System.nanoTime();
        try (Connection connection = open()) {
            Cast cast = new Cast(places(connection));
            List<UUID> residents = residents(connection, Math.max(1_000, cases / 4));
            List<String> indexes = dropIndexes(connection);
            tell(cast, residents, cases);
            say("%,d cases told after %d s; indexes", cases, seconds(start));
            makeIndexes(indexes);
            say("indexes made after %d s; vacuum and statistics", seconds(start));
            run(connection, "vacuum (freeze, analyze)");
            run(connection, "checkpoint");
        } catch (SQLException e) {
            throw new IllegalStateException("the city could not be filled", e);
        }
        return seconds(start);
    }

    private static long seconds(long start) {
        return (System.nanoTime() - start) / 1_000_000_000L;
    }

    private static void say(String words, Object... arguments) {
        System.out.println("[bench] " + words.formatted(arguments));
    }

    private Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection(jdbc, superuser);
        // The rows are consistent by construction: no trigger and no foreign key needs to look at ten million of them.
        run(connection, "set session_replication_role = replica");
        run(connection, "set synchronous_commit = off");
        run(connection, "set maintenance_work_mem = '512MB'");
        return connection;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Cast.Place> places(Connection connection) throws SQLException {
        List<Cast.Place> places = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select code, name from region where tenant_id = 'jieshou'"
                        + " and level in ('TOWNSHIP', 'VILLAGE') and listed order by code")) {
            while (rows.next()) {
                places.add(new Cast.Place(rows.getString(1), rows.getString(2)));
            }
        }
        return places;
    }

    private List<UUID> residents(Connection connection, int count) throws SQLException {
        CopyRows rows = new CopyRows("resident", "tenant_id, resident_id, oidc_subject, created_at");
        List<UUID> ids = new ArrayList<>(count);
        Random random = new Random(7);
        for (int i = 0; i < count; i++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            ids.add(id);
            rows.add("jieshou", id, "generated-" + id, now);
            rows.sendIfFull(connection);
        }
        rows.send(connection);
        return ids;
    }

    private void tell(Cast cast, List<UUID> residents, int cases) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<CompletableFuture<Void>> parts = new ArrayList<>();
        for (int part = 0; part < THREADS; part++) {
            int first = DAYS * part / THREADS;
            int end = DAYS * (part + 1) / THREADS;
            parts.add(CompletableFuture.runAsync(() -> tellDays(cast, residents, cases, first, end), threads));
        }
        try {
            parts.forEach(CompletableFuture::join);
        } finally {
            threads.shutdown();
        }
    }

    private void tellDays(Cast cast, List<UUID> residents, int cases, int first, int end) {
        try (Connection connection = open()) {
            Tables tables = new Tables();
            for (int day = first; day < end; day++) {
                int of = (int) ((long) cases * (day + 1) / DAYS - (long) cases * day / DAYS);
                tellDay(cast, residents, today.minusDays(DAYS - 1L - day), of, tables, connection);
            }
            tables.send(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tellDay(Cast cast, List<UUID> residents, LocalDate day, int cases, Tables tables, Connection connection)
            throws SQLException {
        Random random = new Random(day.toEpochDay());
        Story story = new Story(cast, random, residents, now);
        Instant morning = day.atStartOfDay(ZONE).toInstant();
        long length = day.equals(today) ? now.getEpochSecond() - morning.getEpochSecond() : 86_400;
        for (int serial = 1; serial <= cases; serial++) {
            Instant at = morning.plusMillis(length * 1_000 * (serial - 1) / cases).plusNanos(random.nextInt(1_000) * 1_000L);
            tables.take(story.tell(day, serial, at), now, connection);
        }
        try (PreparedStatement counter =
                connection.prepareStatement("insert into case_number (tenant_id, day, last) values ('jieshou', ?, ?)")) {
            counter.setObject(1, day);
            counter.setInt(2, cases);
            counter.execute();
        }
    }

    private static List<String> dropIndexes(Connection connection) throws SQLException {
        List<String> definitions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) from pg_index i
                where i.indrelid::regclass::text = any(?)
                  and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)""")) {
            query.setArray(1, connection.createArrayOf("text", Tables.NAMES.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                    // Of a partitioned table the definition says "on only", which would leave the partitions out.
                    definitions.add(rows.getString(2).replace(" ON ONLY ", " ON "));
                }
            }
        }
        for (String name : names) {
            run(connection, "drop index " + name);
        }
        return definitions;
    }

    private void makeIndexes(List<String> definitions) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            definitions.stream()
                    .map(definition -> CompletableFuture.runAsync(() -> make(definition), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        } finally {
            threads.shutdown();
        }
    }

    private void make(String definition) {
        try (Connection connection = open()) {
            run(connection, definition);
        } catch (SQLException e) {
            throw new IllegalStateException(definition, e);
        }
    }
}
