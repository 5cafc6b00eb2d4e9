package cn.shiyu.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;

/** Counts every table and notes the head of every stream of the event log, all in one snapshot. */
final class CensusTaker {

    static final String HEADS = "heads.gz";

    private static final String TABLES = """
            select c.relname, has_any_column_privilege(c.oid, 'select'),
                   not coalesce(has_table_privilege(a.oid, c.oid, 'delete'), true)
            from pg_class c left join pg_roles a on a.rolname = 'shiyu_app'
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
            order by c.relname""";
    private static final String HEADS_SQL =
            "copy (select tenant_id, stream_id, seq, hash from stream_head order by 1, 2) to stdout";

    private final Connection connection;

    CensusTaker(Connection connection) {
        this.connection = connection;
    }

    /** @param heads where to write the heads, compressed */
    Census take(Path heads) throws SQLException, IOException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try {
            List<String> notCounted = new ArrayList<>();
            Map<String, Census.Rows> tables = count(notCounted);
            Long streams = tables.containsKey("stream_head") ? writeHeads(heads) : null;
            return new Census(tables, notCounted, streams);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    Map<String, Census.Rows> count(List<String> notCounted) throws SQLException {
        Map<String, Boolean> readable = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                if (rows.getBoolean(2)) {
                    readable.put(rows.getString(1), rows.getBoolean(3));
                } else {
                    notCounted.add(rows.getString(1));
                }
            }
        }
        Map<String, Census.Rows> counted = new TreeMap<>();
        for (Map.Entry<String, Boolean> table : readable.entrySet()) {
            counted.put(table.getKey(), new Census.Rows(countOf(table.getKey()), table.getValue()));
        }
        return counted;
    }

    private long countOf(String table) throws SQLException {
        String name = connection.unwrap(PGConnection.class).escapeIdentifier(table);
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from public." + name)) {
            count.next();
            return count.getLong(1);
        }
    }

    private long writeHeads(Path heads) throws SQLException, IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(heads))) {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(HEADS_SQL, out);
        }
    }
}
