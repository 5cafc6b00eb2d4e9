package cn.shiyu.counselling;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What supervision sees: how many people wrote to each provider in the last whole quarter. Fewer than five are not shown, more are
 * rounded down to fives, there is no total: no figure, and no difference of two, speaks of one person.
 */
@ApplicationScoped
public class ProviderFigures {

    static final int K = 5;

    private static final String COUNT = """
            select provider, count(distinct resident_digest) from counselling_thread
            where tenant_id = $1 and opened_at >= $2 and opened_at < $3 group by provider""";

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    Clock clock;

    /** @param atLeast people, a multiple of five; null where there were fewer than five */
    public record Figure(String provider, Provider.Kind kind, Integer atLeast) {}

    /** @param from first day of the quarter @param to its last day */
    public record Figures(LocalDate from, LocalDate to, List<Figure> figures) {}

    /** @throws cn.shiyu.platform.problem.Refusal 403 for who does not supervise */
    public Uni<Figures> lastQuarter(Caller staff) {
        if (!supervises(staff)) {
            throw CounsellingRefusals.notYours();
        }
        City city = cities.byId(staff.tenant());
        LocalDate end = calendars.of(city).date(clock.instant()).with(IsoFields.DAY_OF_QUARTER, 1L);
        LocalDate start = end.minusMonths(3);
        return sql.inTx(city.id(), connection -> Statements.on(connection)
                .select(COUNT, city.id().value(), at(city, start), at(city, end))
                .map(lines -> new Figures(start, end.minusDays(1), shown(city, lines))));
    }

    public static boolean supervises(Caller staff) {
        return staff.isStaff() && (staff.holds(Role.TENANT_ADMIN) || staff.holds(Role.SUPERVISOR));
    }

    private java.time.Instant at(City city, LocalDate day) {
        return day.atStartOfDay(calendars.of(city).zone()).toInstant();
    }

    private static List<Figure> shown(City city, List<Line> lines) {
        Map<String, Integer> people = lines.stream().collect(Collectors.toMap(line -> line.text(0), line -> line.number(1)));
        return CounsellingSettings.of(city).providers().stream()
                .map(one -> new Figure(one.name(), one.kind(), rounded(people.getOrDefault(one.code(), 0))))
                .toList();
    }

    static Integer rounded(int people) {
        return people < K ? null : people / K * K;
    }
}
