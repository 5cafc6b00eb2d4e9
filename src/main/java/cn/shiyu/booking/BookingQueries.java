package cn.shiyu.booking;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Bookings to look at: one's own, and those of the place where one works. */
@ApplicationScoped
public class BookingQueries {

    private static final int PAGE = 20;
    private static final int A_DAY = 500;

    private static final String SELECT = """
            select b.booking_id, b.bookable_id, o.name, o.place, b.service, b.mode, b.starts_at, b.ends_at, b.status,
              b.held_until, b.shown_name, b.walk_in, b.subject_type, b.subject_id, b.phone_sealed, b.note_sealed, b.version
            from booking b join bookable o on o.tenant_id = b.tenant_id and o.bookable_id = b.bookable_id
            where b.tenant_id = $1""";
    private static final String OWN = SELECT + " and b.resident_id = $2 order by b.starts_at desc, b.booking_id desc limit $3";
    private static final String OWN_AFTER = SELECT
            + " and b.resident_id = $2 and (b.starts_at, b.booking_id) < (select starts_at, booking_id from booking where tenant_id = $1"
            + " and booking_id = $4 and resident_id = $2) order by b.starts_at desc, b.booking_id desc limit $3";
    private static final String ONE = SELECT + " and b.booking_id = $2";
    private static final String DAY = SELECT
            + " and b.bookable_id = $2 and b.starts_at >= $3 and b.starts_at < $4 and b.status <> 'LAPSED'"
            + " order by b.starts_at, b.booking_id limit $5";
    private static final String WAITING = """
            select w.entry_id, o.name, w.service, to_char(w.from_day, 'YYYY-MM-DD'), to_char(w.to_day, 'YYYY-MM-DD'), w.status,
              (select count(*) from wait_entry e where e.tenant_id = w.tenant_id and e.bookable_id = w.bookable_id
                and e.status = 'WAITING' and e.place_in_line < w.place_in_line), w.booking_id
            from wait_entry w join bookable o on o.tenant_id = w.tenant_id and o.bookable_id = w.bookable_id
            where w.tenant_id = $1 and w.resident_id = $2 and w.status in ('WAITING', 'OFFERED')
            order by w.created_at desc, w.entry_id desc limit 20""";

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    Sealer sealer;

    @Inject
    BookingWatchers watchers;

    /** A resident's own, the latest first. @param after id of the last one of the page before, or null */
    public Uni<Page<BookingView>> own(Caller resident, String after) {
        UUID id = UUID.fromString(resident.id());
        boolean first = after == null || after.isBlank();
        Object[] arguments = first
                ? new Object[] {resident.tenant().value(), id, PAGE + 1}
                : new Object[] {resident.tenant().value(), id, PAGE + 1, id(after)};
        return sql.inTx(resident.tenant(), connection -> Statements.on(connection)
                .select(first ? OWN : OWN_AFTER, arguments)
                .map(lines -> page(resident.tenant(), lines)));
    }

    /** Where a resident waits. */
    public Uni<List<WaitView>> waiting(Caller resident) {
        return sql.inTx(resident.tenant(), connection -> Statements.on(connection)
                .select(WAITING, resident.tenant().value(), UUID.fromString(resident.id()))
                .map(lines -> lines.stream().map(line -> wait(resident.tenant(), line)).toList()));
    }

    /** @throws Refusal 404 when it is not there, or not theirs */
    public Uni<BookingView> one(Caller caller, UUID booking) {
        return sql.inTx(caller.tenant(), connection -> {
            Statements statements = Statements.on(connection);
            return Bookings.find(statements, caller.tenant(), booking)
                    .map(found -> found.orElseThrow(Refusal::notFound))
                    .call(found -> Bookables.find(statements, caller.tenant(), found.bookable())
                            .invoke(where -> BookingStep.standing(caller, where.orElseThrow(), found)))
                    .chain(found -> statements.first(ONE, caller.tenant().value(), booking))
                    .map(line -> view(caller.tenant(), line.orElseThrow()));
        });
    }

    /** What is theirs to look after: those they are, and those of their units. */
    public Uni<List<Bookable>> provided(Caller staff) {
        List<String> units = staff.posts().stream()
                .filter(post -> post.role() == Role.WINDOW_CLERK)
                .map(Post::unit)
                .toList();
        return sql.inTx(
                staff.tenant(),
                connection -> Bookables.of(Statements.on(connection), staff.tenant(), staff.id(), units));
    }

    /** A bookable's bookings of one day, in order. @throws Refusal 404 when it is not theirs */
    public Uni<List<BookingView>> day(Caller staff, UUID bookable, LocalDate day) {
        ZoneId zone = calendars.of(cities.byId(staff.tenant())).zone();
        return sql.inTx(staff.tenant(), connection -> Bookables.find(Statements.on(connection), staff.tenant(), bookable)
                .invoke(found -> found.filter(one -> BookingStep.provides(staff, one)).orElseThrow(Refusal::notFound))
                .chain(() -> Statements.on(connection)
                        .select(
                                DAY,
                                staff.tenant().value(),
                                bookable,
                                day.atStartOfDay(zone).toInstant(),
                                day.plusDays(1).atStartOfDay(zone).toInstant(),
                                A_DAY))
                .map(lines -> lines.stream().map(line -> view(staff.tenant(), line)).toList()));
    }

    private Page<BookingView> page(TenantId tenant, List<Line> lines) {
        List<BookingView> items = lines.stream().limit(PAGE).map(line -> view(tenant, line)).toList();
        return new Page<>(items, lines.size() > PAGE ? items.get(PAGE - 1).id().toString() : null);
    }

    private BookingView view(TenantId tenant, Line line) {
        UUID id = line.uuid(0);
        ServiceOffer service = BookingSettings.of(cities.byId(tenant)).service(line.text(4)).orElse(null);
        int change = service == null ? 0 : service.changeMinutes();
        BookingSubject subject = line.missing(12) ? null : new BookingSubject(line.text(12), line.uuid(13));
        return new BookingView(
                id, line.uuid(1), line.text(2), line.text(3), line.text(4), service == null ? line.text(4) : service.name(),
                Mode.valueOf(line.text(5)), line.instant(6), line.instant(7), BookingStatus.valueOf(line.text(8)),
                line.missing(9) ? null : line.instant(9), line.instant(6).minus(Duration.ofMinutes(change)), line.text(10),
                line.truth(11), subject, watchers.address(subject),
                opened(tenant, Purpose.CONTACT, id + ":phone", line, 14), opened(tenant, Purpose.CONFIDENCE, id + ":note", line, 15), line.number(16));
    }

    private String opened(TenantId tenant, Purpose purpose, String row, Line line, int column) {
        return line.missing(column) ? null : sealer.openText(tenant, purpose, row, line.bytes(column));
    }

    private WaitView wait(TenantId tenant, Line line) {
        String service = BookingSettings.of(cities.byId(tenant)).service(line.text(2)).map(ServiceOffer::name).orElse(line.text(2));
        return new WaitView(
                line.uuid(0), line.text(1), service, LocalDate.parse(line.text(3)), LocalDate.parse(line.text(4)),
                line.text(5), line.number(6), line.missing(7) ? null : line.uuid(7));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
