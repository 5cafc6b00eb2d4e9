package cn.shiyu.backup;

import cn.shiyu.platform.web.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;

/**
 * Every head of the event log that the backup noted must stand in the restored log, at its place and with its hash. So a
 * history rewritten to its end shows too, which the chains alone cannot show.
 */
record RestoredHeads(Path heads) {

    private static final String NOTED = "create temporary table noted_head"
            + " (tenant_id text, stream_id uuid, seq integer, hash bytea) on commit preserve rows";
    private static final String DIFFERING = """
            from noted_head n left join event e
              on e.tenant_id = n.tenant_id and e.stream_id = n.stream_id and e.seq = n.seq
            where e.hash is distinct from n.hash""";
    private static final String FIRST = "select n.tenant_id, n.stream_id, n.seq, e.hash is null " + DIFFERING
            + " order by n.tenant_id, n.stream_id limit 10";

    void compare(Connection connection, List<String> lines, List<String> faults) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(NOTED);
            long noted = load(connection);
            statement.execute("analyze noted_head");
            long differing;
            try (ResultSet count = statement.executeQuery("select count(*) " + DIFFERING)) {
                count.next();
                differing = count.getLong(1);
            }
            lines.add(Messages.get("backup.headsCompared", noted, noted - differing));
            try (ResultSet first = statement.executeQuery(FIRST)) {
                while (first.next()) {
                    faults.add(fault(first));
                }
            }
        }
    }

    private long load(Connection connection) throws SQLException, IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(heads))) {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy noted_head from stdin", in);
        }
    }

    private static String fault(ResultSet row) throws SQLException {
        return row.getBoolean(4)
                ? Messages.get("backup.headMissing", row.getString(1), row.getString(2), row.getInt(3))
                : Messages.get("backup.headDiffers", row.getString(1), row.getString(2), row.getInt(3));
    }
}
