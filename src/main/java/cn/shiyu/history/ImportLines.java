package cn.shiyu.history;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The table {@code import_line}: what was refused, and remarks on what was taken. */
@ApplicationScoped
class ImportLines {

    private static final String ADD = """
            insert into import_line (tenant_id, run_id, line, ordinal, refused, field, reason, original)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""";

    private static final String PAGE = """
            select line, ordinal, refused, field, reason, original from import_line
            where tenant_id = $1 and run_id = $2 and (line, ordinal) > ($3, $4) order by line, ordinal limit $5""";

    Uni<Void> add(SqlConnection connection, TenantId tenant, UUID run, List<PastLine> lines) {
        List<Object[]> rows = new ArrayList<>();
        for (PastLine line : lines) {
            int ordinal = 0;
            for (LineFault fault : line.faults()) {
                rows.add(new Object[] {
                    tenant.value(), run, line.record().line(), ordinal++, fault.refused(), fault.field(), fault.reason(),
                    storable(line.record().text())
                });
            }
        }
        return rows.isEmpty() ? Uni.createFrom().voidItem() : Statements.on(connection).batch(ADD, rows);
    }

    /** PostgreSQL takes any character but NUL; the report shows where one stood. */
    private static String storable(String text) {
        return text.replace('\0', '\u2400');
    }

    Uni<List<ReportLine>> page(SqlConnection connection, TenantId tenant, UUID run, ReportLine after, int most) {
        return Statements.on(connection)
                .select(PAGE, tenant.value(), run, after.line(), after.ordinal(), most)
                .map(lines -> lines.stream()
                        .map(line -> new ReportLine(
                                line.number(0), line.number(1), line.truth(2), line.text(3), line.text(4), line.text(5)))
                        .toList());
    }
}
