package cn.shiyu.moralbank.volunteering;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Activities as their organisers see them: only those of the units where they hold that post. */
@ApplicationScoped
public class OrganiserQueries {

    private static final int PAGE = 20;
    private static final String LIST = Activity.COLUMNS + """
             and unit_code = any($2) and (cast($3 as uuid) is null or (starts_at, activity_id) <
               (select starts_at, activity_id from volunteer_activity where tenant_id = $1 and activity_id = $3))
             order by starts_at desc, activity_id desc limit $4""";

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    ActivityViews views;

    @Inject
    ActivityStep step;

    @Inject
    Oddities oddities;

    /** What the screen shows. @param left seconds until the next one */
    public record Screen(ActivityView it, Direction direction, String code, int left) {}

    /** Units for which the caller may publish. */
    public static List<String> units(Caller staff) {
        return staff.posts().stream()
                .filter(post -> post.role() == Role.ORGANISER)
                .map(Post::unit)
                .sorted()
                .toList();
    }

    /** The latest first. @param after id of the last one of the page before, or null */
    public Uni<Page<ActivityView>> list(Caller organiser, String after) {
        City city = cities.byId(organiser.tenant());
        Instant now = step.now();
        return sql.inTx(city.id(), connection -> Statements.on(connection)
                        .select(LIST, city.id().value(), units(organiser).toArray(String[]::new), ActivityQueries.id(after), PAGE + 1))
                .map(lines -> lines.stream().map(line -> views.view(city, Activity.of(line), null, null, now)).toList())
                .map(found -> new Page<>(
                        found.stream().limit(PAGE).toList(), found.size() > PAGE ? found.get(PAGE - 1).id().toString() : null));
    }

    /** @throws Refusal 404 for whoever does not organise there */
    public Uni<DeskView> one(Caller organiser, UUID id) {
        City city = cities.byId(organiser.tenant());
        return sql.inTx(city.id(), connection -> {
            Statements on = Statements.on(connection);
            return theirs(on, organiser, id).chain(it -> Places.of(on, city.id(), id)
                    .chain(places -> oddities.of(on, city.id(), id).map(odd -> desk(city, it, places, odd))));
        });
    }

    private Uni<Activity> theirs(Statements on, Caller organiser, UUID id) {
        return Activities.find(on, organiser.tenant(), id)
                .map(found -> found.filter(it -> organiser.holds(Role.ORGANISER, it.unit())).orElseThrow(Refusal::notFound));
    }

    private DeskView desk(City city, Activity it, List<Place> places, Map<UUID, List<OddityKind>> odd) {
        List<String> acts = Arrays.stream(ActivityAction.values())
                .filter(action -> ActivityTransitions.may(action, it.status(), ActivityStanding.ORGANISER))
                .map(Enum::name)
                .toList();
        return new DeskView(
                views.view(city, it, null, null, step.now()), it.unit(), it.budget() == null ? "" : it.budget().toString(),
                places.stream().map(one -> person(city, it, one, odd.getOrDefault(one.resident(), List.of()))).toList(), acts);
    }

    private DeskView.Person person(City city, Activity it, Place one, List<OddityKind> odd) {
        return new DeskView.Person(
                one.resident(), step.open(city.id(), one, "called"), !one.isSigned(), one.in(), one.out(),
                ServedTime.minutes(it.starts(), it.ends(), one.in(), one.out()), one.minutes(),
                one.because() == null ? null : step.open(city.id(), one, "because"), one.points(), one.capped(), trouble(one), odd);
    }

    private static String trouble(Place one) {
        return !one.due() ? null : Messages.find("earn.trouble." + one.trouble()).orElseGet(() -> Messages.get("earn.trouble.soon"));
    }

    /** The code of this moment. @throws Refusal 404 for others, 409 while no codes are taken */
    public Uni<Screen> screen(Caller organiser, UUID id, Direction direction) {
        City city = cities.byId(organiser.tenant());
        Instant now = step.now();
        return sql.inTx(city.id(), connection -> theirs(Statements.on(connection), organiser, id)).map(it -> {
            ActivityView view = views.view(city, it, null, null, now);
            boolean open = it.status() == ActivityStatus.PUBLISHED || it.status() == ActivityStatus.RUNNING;
            if (!open || now.isBefore(view.opens()) || !now.isBefore(view.closes())) {
                throw ActivityRefusals.conflict("no-codes-now", "noCodesNow");
            }
            return new Screen(view, direction, CheckCode.of(step.openKey(city.id(), it), id, direction, now), CheckCode.left(now));
        });
    }
}
