package cn.shiyu.booking;

import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which booking a subject has now, for its own capability; within that one's transaction. */
@ApplicationScoped
public class SubjectQueries {

    private static final int MOST_TO_COME = 50;
    private static final String COLUMNS = """
            select subject_id, booking_id, bookable_id, starts_at, ends_at, status from booking
            where tenant_id = $1 and subject_type = $2""";
    private static final String OF =
            COLUMNS + " and subject_id = any($3) and status in ('CONFIRMED', 'CHECKED_IN', 'SERVING', 'DISPLACED')";
    private static final String COMING = COLUMNS + """
             and bookable_id = any($3) and starts_at >= $4 and status in ('CONFIRMED', 'CHECKED_IN', 'SERVING')
            order by starts_at, booking_id limit $5""";

    /** At most one a subject. */
    public Uni<Map<UUID, SubjectBooking>> of(SqlConnection connection, TenantId tenant, String type, Collection<UUID> subjects) {
        return subjects.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : Statements.on(connection)
                        .select(OF, tenant.value(), type, subjects.toArray(UUID[]::new))
                        .map(lines -> lines.stream()
                                .map(SubjectQueries::booking)
                                .collect(Collectors.toMap(SubjectBooking::subject, Function.identity())));
    }

    Uni<Optional<SubjectBooking>> of(SqlConnection connection, TenantId tenant, BookingSubject subject) {
        return of(connection, tenant, subject.type(), List.of(subject.id())).map(found -> Optional.ofNullable(found.get(subject.id())));
    }

    /** Who comes to these from then on, in the order of time; the first fifty. */
    public Uni<List<SubjectBooking>> coming(
            SqlConnection connection, TenantId tenant, String type, Collection<UUID> bookables, Instant since) {
        return bookables.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Statements.on(connection)
                        .select(COMING, tenant.value(), type, bookables.toArray(UUID[]::new), since, MOST_TO_COME)
                        .map(lines -> lines.stream().map(SubjectQueries::booking).toList());
    }

    private static SubjectBooking booking(Line line) {
        return new SubjectBooking(
                line.uuid(0), line.uuid(1), line.uuid(2), line.instant(3), line.instant(4), BookingStatus.valueOf(line.text(5)));
    }
}
