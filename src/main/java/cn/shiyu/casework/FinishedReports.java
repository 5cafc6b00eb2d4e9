package cn.shiyu.casework;

import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Cases that are closed, for whoever thanks their reporters: no word of what was written, and none of those sent anonymously. */
@ApplicationScoped
public class FinishedReports {

    private static final String COLUMNS = """
            select case_id, number, kind, category_code, closed_at, lead_unit, resident_id from case_file
            where tenant_id = $1 and status = 'CLOSED' and resident_id is not null and not anonymous\s""";
    private static final String SINCE = COLUMNS + """
            and kind = any($2) and closed_at > $3
            and (cast($4 as uuid) is null or (closed_at, case_id) < (select closed_at, case_id from case_file where tenant_id = $1 and case_id = $4))
            order by closed_at desc, case_id desc limit $5""";
    private static final String ONE = COLUMNS + "and case_id = $2 for key share";

    /** @param category code, null where none was found @param lead unit that handled it, null where none did */
    public record Report(UUID id, String number, CaseKind kind, String category, Instant closedAt, String lead, UUID resident) {}

    /** The last closed first. @param after case of the last one of the page before, or null */
    public Uni<List<Report>> since(
            SqlConnection connection, TenantId tenant, Collection<CaseKind> kinds, Instant since, UUID after, int most) {
        return Statements.on(connection)
                .select(SINCE, tenant.value(), kinds.stream().map(Enum::name).toArray(String[]::new), since, after, most)
                .map(lines -> lines.stream().map(FinishedReports::report).toList());
    }

    /** Empty where it is not closed, is anonymous, or there is no such case. */
    public Uni<Optional<Report>> one(SqlConnection connection, TenantId tenant, UUID id) {
        return Statements.on(connection).first(ONE, tenant.value(), id).map(found -> found.map(FinishedReports::report));
    }

    private static Report report(Line line) {
        return new Report(
                line.uuid(0), line.text(1), CaseKind.valueOf(line.text(2)), line.text(3), line.instant(4), line.text(5),
                UUID.fromString(line.text(6)));
    }
}
