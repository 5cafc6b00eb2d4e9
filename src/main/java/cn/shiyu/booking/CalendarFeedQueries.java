package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import cn.shiyu.identity.StaffDirectory;
import cn.shiyu.identity.StaffMember;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a calendar app gets under a private address. */
@ApplicationScoped
public class CalendarFeedQueries {

    private static final String TOKEN = "[A-Za-z0-9_-]{43}";

    /** More than a person has; of a hall's windows some weeks. */
    private static final int MOST = 2_000;

    private static final Duration PAST = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(90);

    private static final String SELECT = """
            select b.booking_id, b.service, o.name, o.place, b.mode, b.starts_at, b.ends_at, b.status, b.version
            from booking b join bookable o on o.tenant_id = b.tenant_id and o.bookable_id = b.bookable_id
            where b.tenant_id = $1 and b.starts_at > $2 and b.starts_at < $3
              and b.status in ('CONFIRMED', 'CHECKED_IN', 'SERVING', 'DONE', 'DISPLACED')""";
    private static final String ORDER = " order by b.starts_at, b.booking_id limit " + MOST;
    private static final String OF_RESIDENT = SELECT + " and b.resident_id = $4" + ORDER;
    /** Whoever it is, and for clerks the windows and rooms of their units, which are nobody. */
    private static final String OF_STAFF = SELECT + " and (o.login = $4 or (o.login is null and o.unit_code = any($5)))" + ORDER;

    /** @param id of the address @param owner whether it is a resident's: then it matters who is booked */
    public record Feed(UUID id, boolean owner, List<CalendarEntry> entries) {}

    @Inject
    TenantSql sql;

    @Inject
    CalendarFeeds feeds;

    @Inject
    StaffDirectory staff;

    @Inject
    Clock clock;

    /** Since when the caller has an address; empty without one. */
    public Uni<Optional<Instant>> since(Caller holder) {
        CalendarFeedFlow.refuseUnlessHolder(holder);
        return sql.inTx(holder.tenant(), connection -> feeds.since(Statements.on(connection), holder));
    }

    /** @throws Refusal 404 for an address that is not this city's, or ended, or of somebody who no longer works there */
    public Uni<Feed> feed(City city, String token) {
        if (!token.matches(TOKEN)) {
            throw Refusal.notFound();
        }
        return sql.inTx(city.id(), connection -> feeds.holder(Statements.on(connection), city.id(), token)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(holder -> entries(Statements.on(connection), city, holder)));
    }

    private Uni<Feed> entries(Statements statements, City city, CalendarFeeds.Holder holder) {
        boolean owner = holder.kind().equals("RESIDENT");
        Instant from = clock.instant().minus(PAST);
        Instant to = clock.instant().plus(AHEAD);
        Uni<List<Line>> lines = owner
                ? statements.select(OF_RESIDENT, city.id().value(), from, to, UUID.fromString(holder.id()))
                : statements.select(OF_STAFF, city.id().value(), from, to, holder.id(), windows(member(city, holder)));
        return lines.map(found -> new Feed(
                holder.feed(), owner, found.stream().map(line -> entry(BookingSettings.of(city), owner, line)).toList()));
    }

    private StaffMember member(City city, CalendarFeeds.Holder holder) {
        return staff.find(city.id(), holder.id()).orElseThrow(Refusal::notFound);
    }

    private static String[] windows(StaffMember member) {
        return member.posts().stream()
                .filter(post -> post.role() == Role.WINDOW_CLERK)
                .map(Post::unit)
                .toArray(String[]::new);
    }

    private static CalendarEntry entry(BookingSettings settings, boolean owner, Line line) {
        String code = line.text(1);
        String service = settings.service(code).map(ServiceOffer::name).orElse(code);
        return new CalendarEntry(
                line.uuid(0), CalendarEntry.isDiscreet(settings, code), service, owner ? line.text(2) : null, line.text(3), Mode.valueOf(line.text(4)), line.instant(5),
                line.instant(6), BookingStatus.valueOf(line.text(7)), line.number(8));
    }
}
