package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Appeals to look at: a resident's own, and those a desk is to decide. */
@ApplicationScoped
public class AppealQueries {

    private static final int PAGE = 20;

    private static final String OPEN = """
            select a.booking_id, b.starts_at, b.service, b.shown_name, o.name, a.made_at
            from no_show_appeal a
            join booking b on b.tenant_id = a.tenant_id and b.booking_id = a.booking_id
            join bookable o on o.tenant_id = b.tenant_id and o.bookable_id = b.bookable_id
            where a.tenant_id = $1 and a.status = 'OPEN'
              and (o.unit_code = any($2) or (o.login = $3 and (o.unit_code is null or o.unit_code <> all($4))))
              and (cast($5 as uuid) is null or (a.made_at, a.booking_id) >
                (select made_at, booking_id from no_show_appeal where tenant_id = $1 and booking_id = $5))
            order by a.made_at, a.booking_id limit $6""";

    /** What a resident can do about a no-show. @param made null where none was @param until when one may be made */
    public record Standing(AppealView made, Instant until, boolean possible) {}

    /** One that waits to be decided. @param name how the person is called here @param who was to see them */
    public record Item(UUID booking, Instant start, String service, String name, String who, Instant madeAt) {}

    /** One to be decided, with the booking as the desk sees it. */
    public record Case(BookingView booking, AppealView appeal) {}

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    BookingQueries bookings;

    @Inject
    Appeals appeals;

    @Inject
    AppealDesks desks;

    @Inject
    Clock clock;

    /** @throws Refusal 404 when the booking is not theirs */
    public Uni<Standing> standing(Caller resident, UUID booking) {
        return bookings.one(resident, booking).chain(one -> find(resident, booking).map(made -> standing(resident, one, made)));
    }

    private Uni<Optional<AppealView>> find(Caller caller, UUID booking) {
        return sql.inTx(caller.tenant(), connection -> appeals.find(Statements.on(connection), caller.tenant(), booking));
    }

    private Standing standing(Caller resident, BookingView booking, Optional<AppealView> made) {
        Instant until = AppealFlow.until(BookingSettings.of(cities.byId(resident.tenant())), booking.start());
        boolean possible = made.isEmpty() && booking.status() == BookingStatus.NO_SHOW
                && !CalendarEntry.isDiscreet(BookingSettings.of(cities.byId(resident.tenant())), booking.serviceCode()) && !clock.instant().isAfter(until);
        return new Standing(made.orElse(null), until, possible);
    }

    /** Those the caller decides, longest waiting first. @param after booking of the last one of the page before, or null */
    public Uni<Page<Item>> open(Caller staff, String after) {
        return sql.inTx(staff.tenant(), connection -> Statements.on(connection)
                .select(OPEN, staff.tenant().value(), desks.own(staff), staff.id(), desks.all(staff.tenant()), cursor(after), PAGE + 1)
                .map(lines -> page(staff, lines)));
    }

    private Page<Item> page(Caller staff, List<Line> lines) {
        BookingSettings settings = BookingSettings.of(cities.byId(staff.tenant()));
        List<Item> items = lines.stream().limit(PAGE).map(line -> item(settings, line)).toList();
        return new Page<>(items, lines.size() > PAGE ? items.get(PAGE - 1).booking().toString() : null);
    }

    private static Item item(BookingSettings settings, Line line) {
        String service = settings.service(line.text(2)).map(ServiceOffer::name).orElse(line.text(2));
        return new Item(line.uuid(0), line.instant(1), service, line.text(3), line.text(4), line.instant(5));
    }

    /** @throws Refusal 404 when it is not theirs to decide, or nobody appealed */
    public Uni<Case> one(Caller staff, UUID booking) {
        return bookings.one(staff, booking)
                .call(view -> sql.inTx(staff.tenant(), connection -> Bookables.find(Statements.on(connection), staff.tenant(), view.bookable()))
                        .invoke(bookable -> bookable.filter(one -> desks.decides(staff, one)).orElseThrow(Refusal::notFound)))
                .chain(view -> find(staff, booking).map(found -> new Case(view, found.orElseThrow(Refusal::notFound))));
    }

    private static UUID cursor(String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
