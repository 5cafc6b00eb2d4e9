package cn.shiyu.casework;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Files a new case under the next number of its day. */
@ApplicationScoped
class NewCases {

    /**
     * Dense: the counter's row stays locked till the case is committed, and an abandoned one gives its number back. Number and row
     * in one statement, the last before the commit: the lock is held for one way to the application and back, not for three.
     */
    private static final String FILE =
            """
            with taken as (
              insert into case_number (tenant_id, day, last) values ($1, $2, 1)
              on conflict (tenant_id, day) do update set last = case_number.last + 1
              returning last)
            insert into case_file (tenant_id, number, case_id, kind, status, category_code, grade, visibility, anonymous, subject, body,
              region_code, address, lng, lat, surface, resident_id, contact_name, contact_phone, contact_phone_digest, centre_unit,
              submitted_at, updated_at, due_at, warn_at, version)
            select $1, case_number_of($3, $2, taken.last), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
              $20, $21, $22, $23, $24, $25, $26, 0
            from taken returning number""";

    private static final String NUMBER = "select number from case_file where tenant_id = $1 and case_id = $2";

    /** @return the case's number */
    Uni<String> file(SqlConnection connection, City city, Case file, LocalDate day) {
        return Statements.on(connection).select(FILE, columns(city, file, day)).map(lines -> lines.get(0).text(0));
    }

    private static Object[] columns(City city, Case file, LocalDate day) {
        return new Object[] {
            file.tenantId,
            day,
            city.shortCode(),
            file.caseId,
            file.kind.name(),
            file.status.name(),
            file.categoryCode,
            file.grade.name(),
            file.visibility.name(),
            file.anonymous,
            file.subject,
            file.body,
            file.regionCode,
            file.address,
            file.lng,
            file.lat,
            file.surface,
            file.residentId,
            file.contactName,
            file.contactPhone,
            file.contactPhoneDigest,
            file.centreUnit,
            file.submittedAt,
            file.updatedAt,
            file.dueAt,
            file.warnAt
        };
    }

    /** Of a case that was filed before. */
    Uni<String> number(SqlConnection connection, TenantId tenant, UUID caseId) {
        return Statements.on(connection)
                .first(NUMBER, tenant.value(), caseId)
                .map(Optional::orElseThrow)
                .map(line -> line.text(0));
    }
}
