package cn.shiyu.booking;

import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tables {@code rota_pattern} and {@code rota_exception}. */
final class Rotas {

    // Times travel as text: the client's statements take no times of day.
    private static final String WEEKS = """
            select bookable_id, weekday, to_char(from_time, 'HH24:MI'), to_char(to_time, 'HH24:MI'), on_holidays
            from rota_pattern where tenant_id = $1 and bookable_id = any($2) order by weekday, from_time""";
    private static final String EXCEPTIONS = """
            select bookable_id, exception_id, to_char(day, 'YYYY-MM-DD'), to_char(from_time, 'HH24:MI'),
              to_char(to_time, 'HH24:MI'), extra, reason
            from rota_exception where tenant_id = $1 and bookable_id = any($2) and day >= $3 order by day, from_time""";
    private static final String FORGET_WEEK = "delete from rota_pattern where tenant_id = $1 and bookable_id = $2";
    private static final String ADD_WEEK = """
            insert into rota_pattern (tenant_id, bookable_id, pattern_id, weekday, from_time, to_time, on_holidays)
            values ($1, $2, $3, $4, cast(cast($5 as text) as time), cast(cast($6 as text) as time), $7)""";
    private static final String ADD_EXCEPTION = """
            insert into rota_exception (tenant_id, bookable_id, exception_id, day, from_time, to_time, extra, reason)
            values ($1, $2, $3, $4, cast(cast($5 as text) as time), cast(cast($6 as text) as time), $7, $8)""";
    private static final String DROP_EXCEPTION =
            "delete from rota_exception where tenant_id = $1 and bookable_id = $2 and exception_id = $3";

    private Rotas() {}

    static Uni<Map<UUID, List<RotaPattern>>> weeks(Statements sql, TenantId tenant, UUID... bookables) {
        return sql.select(WEEKS, tenant.value(), bookables)
                .map(lines -> lines.stream()
                        .collect(Collectors.groupingBy(
                                line -> line.uuid(0), Collectors.mapping(Rotas::pattern, Collectors.toList()))));
    }

    static Uni<Map<UUID, List<RotaException>>> exceptions(
            Statements sql, TenantId tenant, LocalDate since, UUID... bookables) {
        return sql.select(EXCEPTIONS, tenant.value(), bookables, since)
                .map(lines -> lines.stream()
                        .collect(Collectors.groupingBy(
                                line -> line.uuid(0), Collectors.mapping(Rotas::exception, Collectors.toList()))));
    }

    static Uni<Void> replaceWeek(Statements sql, TenantId tenant, UUID bookable, List<RotaPattern> week) {
        List<Object[]> rows = week.stream()
                .map(pattern -> new Object[] {
                    tenant.value(), bookable, UuidCreator.getTimeOrderedEpoch(), pattern.day().getValue(),
                    pattern.hours().from().toString(), pattern.hours().to().toString(), pattern.onHolidays()
                })
                .toList();
        return sql.update(FORGET_WEEK, tenant.value(), bookable)
                .chain(() -> rows.isEmpty() ? Uni.createFrom().voidItem() : sql.batch(ADD_WEEK, rows));
    }

    static Uni<Integer> add(Statements sql, TenantId tenant, UUID bookable, RotaException it) {
        return sql.update(
                ADD_EXCEPTION, tenant.value(), bookable, it.id(), it.day(), it.hours().from().toString(),
                it.hours().to().toString(), it.extra(), it.reason());
    }

    static Uni<Integer> drop(Statements sql, TenantId tenant, UUID bookable, UUID exception) {
        return sql.update(DROP_EXCEPTION, tenant.value(), bookable, exception);
    }

    private static RotaPattern pattern(Line line) {
        return new RotaPattern(DayOfWeek.of(line.number(1)), hours(line, 2), line.truth(4));
    }

    private static RotaException exception(Line line) {
        return new RotaException(line.uuid(1), LocalDate.parse(line.text(2)), hours(line, 3), line.truth(5), line.text(6));
    }

    private static Hours hours(Line line, int column) {
        return new Hours(LocalTime.parse(line.text(column)), LocalTime.parse(line.text(column + 1)));
    }
}
