package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What those who receive people look at beside their bookings: the rota, and the days on which somebody must be moved. */
@ApplicationScoped
public class DeskQueries {

    private static final Set<BookingAction> AT_THE_DESK = EnumSet.of(
            BookingAction.CHECK_IN, BookingAction.START, BookingAction.FINISH, BookingAction.MISS, BookingAction.FORGIVE,
            BookingAction.CANCEL);

    private static final String DISPLACED =
            """
            select to_char(starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, cast(count(*) as integer) from booking
            where tenant_id = $1 and bookable_id = $2 and status = 'DISPLACED' group by day order by day limit 60
            """;

    /** A day on which bookings wait to be moved. */
    public record Displaced(LocalDate day, int count) {}

    /** @param exceptions from today on */
    public record RotaView(Bookable bookable, List<RotaPattern> week, List<RotaException> exceptions) {}

    @Inject
    TenantSql sql;

    /** @throws Refusal 404 when it is not theirs */
    public Uni<Bookable> bookable(Caller staff, UUID bookable) {
        return theirs(staff, bookable, statements -> found(statements, staff, bookable));
    }

    /** @throws Refusal 404 when it is not theirs */
    public Uni<RotaView> rota(Caller staff, UUID bookable, LocalDate since) {
        return theirs(staff, bookable, statements -> found(statements, staff, bookable)
                .chain(one -> Rotas.weeks(statements, staff.tenant(), bookable)
                        .chain(weeks -> Rotas.exceptions(statements, staff.tenant(), since, bookable)
                                .map(days -> new RotaView(
                                        one,
                                        weeks.getOrDefault(bookable, List.of()),
                                        days.getOrDefault(bookable, List.of()))))));
    }

    /** @throws Refusal 404 when it is not theirs */
    public Uni<List<Displaced>> displaced(Caller staff, UUID bookable) {
        return theirs(staff, bookable, statements -> statements
                .select(DISPLACED, staff.tenant().value(), bookable)
                .map(lines -> lines.stream()
                        .map(line -> new Displaced(LocalDate.parse(line.text(0)), line.number(1)))
                        .toList()));
    }

    private <T> Uni<T> theirs(Caller staff, UUID bookable, Function<Statements, Uni<T>> read) {
        return sql.inTx(staff.tenant(), connection -> found(Statements.on(connection), staff, bookable)
                .chain(() -> read.apply(Statements.on(connection))));
    }

    private static Uni<Bookable> found(Statements statements, Caller staff, UUID bookable) {
        return Bookables.find(statements, staff.tenant(), bookable)
                .map(found -> found.filter(one -> BookingStep.provides(staff, one)).orElseThrow(Refusal::notFound));
    }

    /** What the table lets whoever is booked do in this state; which buttons a desk shows. */
    public static List<BookingAction> acts(BookingStatus status) {
        return BookingTransitions.TABLE.stream()
                .filter(row -> AT_THE_DESK.contains(row.action()))
                .filter(row -> row.from().contains(status) && row.by().contains(BookingStanding.PROVIDER))
                .map(BookingTransition::action)
                .toList();
    }
}
