package cn.shiyu.eventlog;

import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Verifies every chain of a city and names the first broken entry. Reads by a cursor, in one snapshot of the
 * database, so that a log of any size takes the same memory and appends go on meanwhile.
 */
@ApplicationScoped
public class ChainVerification {

    private static final int AT_ONCE = 500;
    private static final int COLUMN_COUNT = 19;

    private static final String ALL = "select %s, coalesce(h.seq, 0), h.hash from event e"
                    .formatted(Arrays.stream(EventSql.COLUMNS.split(","))
                            .map(column -> "e." + column.strip())
                            .collect(Collectors.joining(", ")))
            + """
             left join stream_head h on h.tenant_id = e.tenant_id and h.stream_id = e.stream_id
            where e.tenant_id = $1 order by e.stream_id, e.seq""";

    private static final String ORPHANED_HEADS = """
            select h.stream_type, h.stream_id from stream_head h where h.tenant_id = $1 and not exists
              (select 1 from event e where e.tenant_id = h.tenant_id and e.stream_id = h.stream_id)
            order by h.stream_id limit 1""";

    @Inject
    TenantSql sql;

    public Uni<ChainReport> verify(TenantId tenant) {
        ChainWalk walk = new ChainWalk();
        return sql.inTx(tenant, connection -> walkEntries(connection, tenant, walk)
                        .invoke(walk::end)
                        .chain(() -> findOrphanedHead(connection, tenant, walk)))
                .map(ignored -> walk.report(tenant.value()));
    }

    private static Uni<Void> walkEntries(SqlConnection connection, TenantId tenant, ChainWalk walk) {
        return connection.prepare(ALL).chain(statement -> {
            Cursor cursor = statement.cursor(Tuple.of(tenant.value()));
            return Multi.createBy()
                    .repeating()
                    .uni(() -> cursor.read(AT_ONCE).invoke(rows -> see(rows, walk)))
                    .whilst(rows -> cursor.hasMore() && !walk.isBroken())
                    .collect()
                    .last()
                    .call(cursor::close)
                    .replaceWithVoid();
        });
    }

    private static void see(RowSet<Row> rows, ChainWalk walk) {
        for (Row row : rows) {
            Line line = Line.of(row);
            walk.see(
                    Entry.read(line), new ChainWalk.KnownHead(line.number(COLUMN_COUNT), line.bytes(COLUMN_COUNT + 1)));
        }
    }

    private static Uni<Void> findOrphanedHead(SqlConnection connection, TenantId tenant, ChainWalk walk) {
        return Statements.on(connection)
                .first(ORPHANED_HEADS, tenant.value())
                .invoke(found ->
                        found.ifPresent(head -> walk.seeOrphanedHead(new StreamId(head.text(0), head.uuid(1)))))
                .replaceWithVoid();
    }
}
