package cn.shiyu.dashboard;

import cn.shiyu.assessment.AssessmentRules;
import cn.shiyu.assessment.AssessmentSight;
import cn.shiyu.assessment.Period;
import cn.shiyu.category.Categories;
import cn.shiyu.category.Category;
import cn.shiyu.identity.Caller;
import cn.shiyu.organisation.Unit;
import cn.shiyu.organisation.Units;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.region.Region;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The city at one glance, for those who oversee all of it. */
@ApplicationScoped
public class DashboardQueries {

    /** How many days a page may show. */
    public static final List<Integer> SPANS = List.of(7, 30, 90);

    @Inject
    TenantSql sql;

    @Inject
    AssessmentSight sight;

    @Inject
    Regions regions;

    @Inject
    Categories categories;

    @Inject
    Units units;

    @Inject
    Clock clock;

    /** @param days one of {@link #SPANS} @throws Refusal 403 for who does not oversee the city, 404 for another span */
    public Uni<Dashboard> dashboard(City city, Caller staff, int days) {
        refuseUnlessOverseer(city, staff);
        if (!SPANS.contains(days)) {
            return Uni.createFrom().failure(Refusal.notFound());
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Period.ZONE);
        return sql.inTx(city.id(), connection -> read(connection, city, today, days));
    }

    void refuseUnlessOverseer(City city, Caller staff) {
        if (!sight.overseesAll(city, staff)) {
            throw new Refusal(403, "dashboard-not-yours", Messages.get("dashboard.refusal.notYours"));
        }
    }

    private Uni<Dashboard> read(SqlConnection connection, City city, LocalDate today, int days) {
        Statements on = Statements.on(connection);
        String tenant = city.id().value();
        LocalDate from = today.minusDays(days);
        Instant now = clock.instant();
        return on.select(DashboardSql.SUMS, tenant, from.minusDays(days), today, from)
                .chain(sums -> on.select(DashboardSql.SPOTS, tenant, today.minusDays(7L * (HotSpot.WEEKS + 1)), today, today.minusDays(7))
                        .chain(spots -> on.select(DashboardSql.TODAY, tenant, today)
                                .chain(counted -> on.select(DashboardSql.STANDING, tenant, now, now.plus(Duration.ofDays(1)))
                                        .chain(standing -> on.select(DashboardSql.BEHIND, tenant, now)
                                                .map(behind -> made(city, from, today, sums, spots, counted, standing, behind))))));
    }

    private Dashboard made(
            City city, LocalDate from, LocalDate today, List<Line> sums, List<Line> spots, List<Line> counted, List<Line> standing,
            List<Line> behind) {
        Parts parts = new Parts(sums, from);
        Map<String, String> townships = townships(city);
        Map<String, String> topics = topics(city);
        Line now = standing.get(0);
        Line last = counted.get(0);
        return new Dashboard(
                from, today.minusDays(1), parts.now(), parts.before(), last.number(0), last.missing(1) ? null : last.instant(1),
                new Dashboard.Standing(now.bigNumber(0), now.bigNumber(1), now.bigNumber(2)), parts.days(today), parts.shares("topic", topics),
                parts.shares("township", townships), HotSpot.among(spots.stream().map(DashboardQueries::counted).toList(), townships, topics),
                behind.stream().map(line -> behind(city, line)).toList(), AssessmentRules.of(city).basicallySatisfied());
    }

    private static HotSpot.Counted counted(Line line) {
        return new HotSpot.Counted(line.text(0), line.text(1), line.number(2), line.number(3));
    }

    private Dashboard.Behind behind(City city, Line line) {
        String code = line.text(0);
        return new Dashboard.Behind(code, units.of(city).find(code).map(Unit::name).orElse(code), line.bigNumber(1));
    }

    /** Every township by its name, and the city itself for what belongs to none. */
    Map<String, String> townships(City city) {
        Map<String, String> names = regions.of(city).ofLevel(RegionLevel.TOWNSHIP).stream()
                .collect(Collectors.toMap(Region::code, Region::name));
        names.put(city.regionCode(), Messages.get("dashboard.noTownship"));
        return names;
    }

    Map<String, String> topics(City city) {
        Map<String, String> names = categories.of(city).roots().stream().collect(Collectors.toMap(Category::code, Category::name));
        names.put("", Messages.get("dashboard.noTopic"));
        return names;
    }
}
