package cn.shiyu.clock;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads clocks for pages: lights as of now, and why each deadline is what it is. */
@ApplicationScoped
public class ClockQueries {

    private static final String PROMISES =
            """
            select distinct on (subject_id) subject_id, due_at from clock
            where tenant_id = $1 and subject_type = $2 and subject_id = any($3) and kind = 'HANDLE'
            order by subject_id, started_at desc""";

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    Clock clock;

    /** Every clock the subject has had, oldest first; none for another city's subject. */
    public Uni<List<ClockView>> of(TenantId tenant, ClockSubject subject) {
        return sql.inTx(tenant, connection -> of(connection, tenant, subject));
    }

    /** The same on a connection that is in a transaction of this city already. */
    public Uni<List<ClockView>> of(SqlConnection connection, TenantId tenant, ClockSubject subject) {
        return of(Statements.on(connection), tenant, subject);
    }

    /** The same on a session's connection. */
    public Uni<List<ClockView>> of(Mutiny.Session session, TenantId tenant, ClockSubject subject) {
        return of(Statements.on(session), tenant, subject);
    }

    private Uni<List<ClockView>> of(Statements statements, TenantId tenant, ClockSubject subject) {
        return new ClockRows(statements, tenant).of(subject).map(clocks -> views(tenant, clocks));
    }

    /** Until when each of these subjects is promised to be dealt with (办理), the latest promise of each; none before dispatch. */
    public Uni<Map<UUID, Instant>> promises(SqlConnection connection, TenantId tenant, String type, UUID[] subjects) {
        return Statements.on(connection)
                .select(PROMISES, tenant.value(), type, subjects)
                .map(lines -> lines.stream().collect(Collectors.toMap(line -> line.uuid(0), line -> line.instant(1))));
    }

    private List<ClockView> views(TenantId tenant, List<CaseClock> clocks) {
        WorkCalendar calendar = calendars.of(cities.byId(tenant));
        Instant now = clock.instant();
        return clocks.stream()
                .map(one -> ClockView.of(one, calendar, now))
                .toList();
    }
}
