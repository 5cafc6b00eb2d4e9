package cn.shiyu.moralbank.volunteering;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Activities for those who look for one, and those they have signed up for. */
@ApplicationScoped
public class ActivityQueries {

    private static final int PAGE = 20;

    private static final String OPEN = Activity.COLUMNS + """
             and status in ('PUBLISHED', 'RUNNING') and ends_at > $2 and (cast($3 as text) is null or $3 = any(regions))
             and (cast($4 as timestamptz) is null or starts_at >= $4 and starts_at < $5) and (not $6 or taken < capacity)
             and (cast($7 as uuid) is null or (starts_at, activity_id) >
               (select starts_at, activity_id from volunteer_activity where tenant_id = $1 and activity_id = $7))
             order by starts_at, activity_id limit $8""";
    private static final String OWN = """
            select a.activity_id, a.unit_code, a.organiser, a.organiser_name, a.kind, a.title, a.words, a.place, a.region_code, a.starts_at,
              a.ends_at, a.sign_up_until, a.capacity, a.taken, a.budget, a.status, a.code_key_sealed, a.cancelled_because,
              p.activity_id, p.resident_id, p.state, p.called_sealed, p.signed_at, p.in_at, p.out_at, p.by_hand, p.because_sealed, p.minutes,
              coalesce(p.grant_state = 'DUE', false), p.award_id, p.points, p.capped, p.grant_trouble
            from volunteer_place p join volunteer_activity a using (tenant_id, activity_id)
            where p.tenant_id = $1 and p.resident_id = $2 and p.state <> 'WITHDRAWN'
              and (cast($3 as uuid) is null or (p.signed_at, p.activity_id) <
                (select signed_at, activity_id from volunteer_place where tenant_id = $1 and resident_id = $2 and activity_id = $3))
            order by p.signed_at desc, p.activity_id desc limit $4""";
    private static final int PLACE_FROM = 18;
    private static final String AHEAD = """
            select count(*) from volunteer_place where tenant_id = $1 and activity_id = $2 and state = 'WAITING'
              and (signed_at, resident_id) < ($3, $4)""";

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    ActivityViews views;

    @Inject
    ActivityStep step;

    /** What to look for; blank for any. @param region code @param day 2026-11-28 @param free only with free places */
    public record Filter(String region, String day, boolean free) {}

    /** What is on, the next first. @param after id of the last one of the page before, or null */
    public Uni<Page<ActivityView>> open(City city, Filter filter, String after) {
        Instant now = step.now();
        LocalDate day = day(filter.day());
        Instant from = day == null ? null : day.atStartOfDay(calendars.of(city).zone()).toInstant();
        Instant to = day == null ? null : day.plusDays(1).atStartOfDay(calendars.of(city).zone()).toInstant();
        String region = filter.region() == null || filter.region().isBlank() ? null : filter.region();
        return sql.inTx(city.id(), connection -> Statements.on(connection)
                .select(OPEN, city.id().value(), now, region, from, to, filter.free(), id(after), PAGE + 1)
                .map(lines -> page(lines.stream()
                        .map(line -> views.view(city, Activity.of(line), null, null, now))
                        .toList())));
    }

    /** A resident's own, the last signed up for first. */
    public Uni<Page<ActivityView>> own(Caller resident, String after) {
        City city = cities.byId(resident.tenant());
        Instant now = step.now();
        return sql.inTx(city.id(), connection -> Statements.on(connection)
                .select(OWN, city.id().value(), UUID.fromString(resident.id()), id(after), PAGE + 1)
                .map(lines -> page(lines.stream()
                        .map(line -> views.view(city, Activity.of(line), Place.of(from(line, PLACE_FROM)), null, now))
                        .toList())));
    }

    private static Line from(Line line, int column) {
        return new Line(Arrays.copyOfRange(line.values(), column, line.values().length));
    }

    private static Page<ActivityView> page(List<ActivityView> found) {
        List<ActivityView> items = found.stream().limit(PAGE).toList();
        return new Page<>(items, found.size() > PAGE ? items.get(PAGE - 1).id().toString() : null);
    }

    /** Anyone may read what is published. @throws Refusal 404 for drafts and what is not there */
    public Uni<ActivityView> one(Caller caller, UUID id) {
        City city = cities.byId(caller.tenant());
        return sql.inTx(city.id(), connection -> {
            Statements on = Statements.on(connection);
            return Activities.find(on, city.id(), id)
                    .map(found -> found.filter(it -> it.status().isPublic()).orElseThrow(Refusal::notFound))
                    .chain(it -> own(on, caller, id).chain(own -> ahead(on, city, own)
                            .map(ahead -> views.view(city, it, own.orElse(null), ahead, step.now()))));
        });
    }

    private static Uni<Optional<Place>> own(Statements on, Caller caller, UUID id) {
        return caller.isResident()
                ? Places.find(on, caller.tenant(), id, UUID.fromString(caller.id()))
                : Uni.createFrom().item(Optional.empty());
    }

    private static Uni<Integer> ahead(Statements on, City city, Optional<Place> own) {
        return own.filter(one -> one.state() == Place.State.WAITING)
                .map(one -> on.first(AHEAD, city.id().value(), one.activity(), one.signedAt(), one.resident())
                        .map(line -> line.orElseThrow().number(0)))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private static LocalDate day(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw ActivityRefusals.field("day", "draft.day");
        }
    }

    static UUID id(String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
