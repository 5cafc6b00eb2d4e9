package cn.shiyu.clock;

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

/** Reads clocks for pages: lights as of now, and why each deadline is what it is. */
@ApplicationScoped
public class ClockQueries {

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
        return new ClockRows(connection, tenant).of(subject).map(clocks -> views(tenant, clocks));
    }

    private List<ClockView> views(TenantId tenant, List<CaseClock> clocks) {
        WorkCalendar calendar = calendars.of(cities.byId(tenant));
        Instant now = clock.instant();
        return clocks.stream()
                .map(one -> ClockView.of(one, calendar, now))
                .toList();
    }
}
