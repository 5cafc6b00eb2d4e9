package cn.shiyu.booking.hall;

import cn.shiyu.booking.Bookable;
import cn.shiyu.booking.BookingQueries;
import cn.shiyu.booking.DeskQueries;
import cn.shiyu.booking.SlotQueries;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The queue of a hall: for its clerks with names, for everybody in numbers alone. */
@ApplicationScoped
public class HallQueries {

    /** Which bookables are halls. */
    public static final String KIND = "HALL_WINDOW";

    private static final int SHOWN = 10;
    private static final int LINE = 20;

    /** @param before how many are called first @param window null before it was called */
    public record Progress(int number, TicketStatus status, int before, Integer window) {}

    /** @param line the first twenty who wait */
    public record Counter(List<TicketView> atWindows, List<TicketView> line, List<TicketView> skipped, int waiting) {}

    @Inject
    TenantSql sql;

    @Inject
    SlotQueries slots;

    @Inject
    DeskQueries desks;

    @Inject
    BookingQueries bookings;

    @Inject
    CityDirectory cities;

    /** @throws Refusal 404 for what is no hall of this city */
    public Uni<Bookable> hall(City city, UUID id) {
        return slots.bookable(city, id).invoke(HallQueries::refuseUnlessHall);
    }

    private static void refuseUnlessHall(Bookable place) {
        if (!place.kind().equals(KIND)) {
            throw Refusal.notFound();
        }
    }

    /** Today's queue for everybody. @throws Refusal 404 for what is no hall of this city */
    public Uni<HallBoard> board(City city, UUID id) {
        LocalDate today = slots.today(city);
        String tenant = city.id().value();
        return hall(city, id).chain(hall -> sql.inTx(city.id(), connection -> {
            Statements statements = Statements.on(connection);
            return statements.select(HallSql.AT_WINDOWS, tenant, id, today).chain(called -> statements
                    .select(HallSql.LINE, tenant, id, today, SHOWN)
                    .chain(next -> statements
                            .first(HallSql.WAITING, tenant, id, today)
                            .map(count -> board(hall, called, next, count.orElseThrow().number(0)))));
        }));
    }

    private static HallBoard board(Bookable hall, List<Line> called, List<Line> next, int waiting) {
        Map<Integer, Integer> numbers = called.stream()
                .map(HallQueries::view)
                .collect(Collectors.toMap(TicketView::window, TicketView::number));
        return new HallBoard(
                IntStream.rangeClosed(1, hall.capacity())
                        .mapToObj(window -> new HallBoard.AtWindow(window, numbers.get(window)))
                        .toList(),
                next.stream().map(line -> line.number(1)).toList(),
                waiting);
    }

    /** 办件查询 by today's number. @throws Refusal 404 for no hall, 422 naming {@code number} when it was not given out today */
    public Uni<Progress> progress(City city, UUID id, int number) {
        return hall(city, id)
                .chain(hall -> sql.inTx(city.id(), connection -> Statements.on(connection)
                        .first(HallSql.PROGRESS, city.id().value(), id, slots.today(city), number)))
                .map(found -> found.map(line -> new Progress(
                                number, TicketStatus.valueOf(line.text(0)), line.number(2), line.missing(1) ? null : line.number(1)))
                        .orElseThrow(() -> Refusal.badInput(
                                "number", Messages.get("hall.fault.number"))));
    }

    /** The number that stands for a resident's own booking; empty before one was taken. @throws Refusal 404 when it is not theirs */
    public Uni<Optional<Progress>> ofBooking(Caller resident, UUID booking) {
        return bookings.one(resident, booking)
                .chain(() -> sql.inTx(resident.tenant(), connection -> Statements.on(connection)
                        .first(HallSql.OF_BOOKING, resident.tenant().value(), booking)))
                .map(found -> found.map(line -> new Progress(
                        line.number(3), TicketStatus.valueOf(line.text(0)), line.number(2), line.missing(1) ? null : line.number(1))));
    }

    /** @throws Refusal 404 for a hall that is not theirs */
    public Uni<Counter> counter(Caller clerk, UUID id) {
        String tenant = clerk.tenant().value();
        LocalDate today = slots.today(cities.byId(clerk.tenant()));
        return desks.bookable(clerk, id).invoke(HallQueries::refuseUnlessHall).chain(() -> sql.inTx(clerk.tenant(), connection -> {
            Statements statements = Statements.on(connection);
            return statements.select(HallSql.AT_WINDOWS, tenant, id, today).chain(called -> statements
                    .select(HallSql.LINE, tenant, id, today, LINE)
                    .chain(line -> statements
                            .select(HallSql.SKIPPED, tenant, id, today, SHOWN)
                            .chain(skipped -> statements
                                    .first(HallSql.WAITING, tenant, id, today)
                                    .map(count -> new Counter(
                                            views(called), views(line), views(skipped), count.orElseThrow().number(0))))));
        }));
    }

    private static List<TicketView> views(List<Line> lines) {
        return lines.stream().map(HallQueries::view).toList();
    }

    static TicketView view(Line line) {
        return new TicketView(
                line.uuid(0), line.number(1), TicketStatus.valueOf(line.text(2)), line.instant(3),
                line.missing(4) ? null : line.number(4), line.number(5), line.uuid(6), line.text(7));
    }
}
