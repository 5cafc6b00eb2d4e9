package cn.shiyu.dashboard;

import cn.shiyu.assessment.Period;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Counts a day anew, and says which day is due. */
@ApplicationScoped
public class DayFlow {

    /** How far back the longest page looks, with the same time before it, and some days more. */
    private static final int DAYS = 190;

    /** So long answers and late ratings still come in for a day; it is counted once a day till then. */
    private static final int UNSETTLED = 35;

    @Inject
    TenantSql sql;

    @Inject
    Clock clock;

    /** Counts the day as it stands now; whoever does so at the same time waits and counts again. */
    public Uni<Void> count(City city, LocalDate day) {
        String tenant = city.id().value();
        return sql.inTx(city.id(), connection -> {
            Statements on = Statements.on(connection);
            return on.update(DaySql.COUNTED, tenant, day, clock.instant().truncatedTo(ChronoUnit.MICROS))
                    .chain(() -> on.update(DaySql.FORGET, tenant, day))
                    .chain(() -> on.select(DaySql.CUSTOM_PLANS))
                    .chain(() -> on.update(DaySql.COUNT, tenant, begin(day), begin(day.plusDays(1)), day))
                    .replaceWithVoid();
        });
    }

    /** Today when it was last counted before that; else a day never counted, the latest first; else the one counted longest ago. */
    Uni<Optional<LocalDate>> due(City city, Instant todayBefore, Instant othersBefore) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Period.ZONE);
        return sql.inTx(city.id(), connection -> Statements.on(connection)
                .first(
                        DaySql.DUE, city.id().value(), today, today.minusDays(DAYS), today.minusDays(UNSETTLED), todayBefore, othersBefore)
                .map(found -> found.map(line -> LocalDate.parse(line.text(0)))));
    }

    static Instant begin(LocalDate day) {
        return day.atStartOfDay(Period.ZONE).toInstant();
    }
}
