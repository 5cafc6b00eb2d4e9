package cn.shiyu.history;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table {@code imported_case}: which message of which source is which case. */
@ApplicationScoped
class ImportedCases {

    private static final String KNOWN = """
            select i.source_id, i.digest, c.number from imported_case i
              join case_file c on c.tenant_id = i.tenant_id and c.case_id = i.case_id
            where i.tenant_id = $1 and i.source = $2 and i.source_id = any($3)""";

    private static final String ADD = """
            insert into imported_case (tenant_id, source, source_id, case_id, run_id, digest, person_sealed, person_digest,
              imported_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";

    /** @param number of the case that the message became */
    record Known(byte[] digest, String number) {}

    Uni<Map<String, Known>> known(SqlConnection connection, TenantId tenant, String source, List<String> ids) {
        return connection
                .preparedQuery(KNOWN)
                .execute(Tuple.of(tenant.value(), source, ids.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Known> known = new HashMap<>();
                    rows.forEach(row -> known.put(
                            row.getString(0), new Known(row.getBuffer(1).getBytes(), row.getString(2))));
                    return known;
                });
    }

    Uni<Void> add(SqlConnection connection, List<Object[]> rows) {
        return rows.isEmpty() ? Uni.createFrom().voidItem() : Statements.on(connection).batch(ADD, rows);
    }
}
