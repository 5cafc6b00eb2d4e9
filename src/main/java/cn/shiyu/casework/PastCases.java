package cn.shiyu.casework;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Rows of many cases at once, over the plain client. */
@ApplicationScoped
class PastCases {

    /** All days in one statement, in order, so that two imports never wait for each other crosswise. */
    private static final String NUMBERS = """
            insert into case_number (tenant_id, day, last)
            select $1, d.day, d.many from unnest(cast($2 as date[]), cast($3 as integer[])) as d(day, many) order by d.day
            on conflict (tenant_id, day) do update set last = case_number.last + excluded.last
            returning day, last""";

    private static final String INSERT = """
            insert into case_file (tenant_id, case_id, number, kind, status, category_code, grade, visibility, anonymous, subject,
              body, region_code, surface, centre_unit, lead_unit, reply, rating, rated_at, board_subject, board_text, published_at,
              submitted_at, updated_at, finished_at, closed_at, due_at, warn_at, version)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
              $25, $26, $27, 0)""";

    /**
     * Takes so many numbers of each day.
     *
     * @return the first of each day's
     */
    Uni<Map<LocalDate, Integer>> takeSerials(SqlConnection connection, TenantId tenant, SortedMap<LocalDate, Integer> many) {
        return connection
                .preparedQuery(NUMBERS)
                .execute(Tuple.of(
                        tenant.value(),
                        many.keySet().toArray(LocalDate[]::new),
                        many.values().toArray(Integer[]::new)))
                .map(rows -> {
                    Map<LocalDate, Integer> first = new HashMap<>();
                    rows.forEach(row -> first.put(
                            row.getLocalDate(0), row.getInteger(1) - many.get(row.getLocalDate(0)) + 1));
                    return first;
                });
    }

    Uni<Void> add(SqlConnection connection, List<Case> files) {
        return Statements.on(connection).batch(INSERT, files.stream().map(PastCases::columns).toList());
    }

    private static Object[] columns(Case file) {
        return new Object[] {
            file.tenantId,
            file.caseId,
            file.number,
            file.kind.name(),
            file.status.name(),
            file.categoryCode,
            file.grade.name(),
            file.visibility.name(),
            file.anonymous,
            file.subject,
            file.body,
            file.regionCode,
            file.surface,
            file.centreUnit,
            file.leadUnit,
            file.reply,
            file.rating == null ? null : file.rating.name(),
            file.ratedAt,
            file.boardSubject,
            file.boardText,
            file.publishedAt,
            file.submittedAt,
            file.updatedAt,
            file.finishedAt,
            file.closedAt,
            file.dueAt,
            file.warnAt
        };
    }
}
