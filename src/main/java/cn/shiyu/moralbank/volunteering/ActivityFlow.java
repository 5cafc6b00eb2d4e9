package cn.shiyu.moralbank.volunteering;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.moralbank.budget.BudgetQueries;
import cn.shiyu.organisation.Units;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.idempotency.Outcome;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.region.Region;
import cn.shiyu.region.RegionTree;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an organiser does with an activity: write, publish, cancel. */
@ApplicationScoped
public class ActivityFlow {

    private static final int KEY_BYTES = 32;
    private static final int REASON = 200;

    private final SecureRandom random = new SecureRandom();

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    Regions regions;

    @Inject
    Units units;

    @Inject
    BudgetQueries budgets;

    @Inject
    Idempotency idempotency;

    @Inject
    ActivityStep step;

    /**
     * @param unit that publishes it
     * @return the new draft's id
     * @throws Refusal 403 for whoever is no organiser there, 422 naming fields
     */
    public Uni<Outcome> draft(Caller organiser, IdempotencyKey key, String unit, ActivityDraft typed) {
        if (!organiser.holds(Role.ORGANISER, unit)) {
            throw ActivityRefusals.notYours();
        }
        City city = cities.byId(organiser.tenant());
        Instant now = step.now();
        ActivityDraft.Checked it = checked(city, unit, typed, now);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return sql.inTx(city.id(), connection -> idempotency.once(
                connection, organiser, key, IdempotencyKey.digest("draft-activity", unit, typed), () -> payable(connection, city, it)
                        .chain(() -> Activities.add(
                                Statements.on(connection), city.id(), fresh(organiser, unit, id, it), above(city, it.region()), now))
                        .chain(() -> step.happened(connection, organiser, unit, id, "ActivityDrafted", Map.of("kind", it.kind()), now))
                        .replaceWith(id.toString())));
    }

    private Activity fresh(Caller organiser, String unit, UUID id, ActivityDraft.Checked it) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new Activity(
                id, unit, organiser.id(), organiser.name(), it.kind(), it.title(), it.words(), it.place(), it.region(), it.starts(),
                it.ends(), it.signUpUntil(), it.capacity(), 0, it.budget(), ActivityStatus.DRAFT,
                step.sealKey(organiser.tenant(), id, key), null);
    }

    private ActivityDraft.Checked checked(City city, String unit, ActivityDraft typed, Instant now) {
        ActivityDraft.Checked it = typed.check(VolunteeringSettings.of(city), calendars.of(city).zone(), now);
        String home = units.of(city).find(unit).orElseThrow(Refusal::notFound).regionCode();
        RegionTree tree = regions.of(city);
        if (tree.find(it.region()).isEmpty() || !tree.isWithin(it.region(), home)) {
            throw ActivityRefusals.field("township", "draft.region");
        }
        return it;
    }

    /** A budget pays only where its sponsor meant it to. @throws Refusal 422 {@code budget} */
    private Uni<Void> payable(SqlConnection connection, City city, ActivityDraft.Checked it) {
        return it.budget() == null
                ? Uni.createFrom().voidItem()
                : budgets.find(connection, city.id(), it.budget())
                        .invoke(found -> found.filter(budget -> regions.of(city).isWithin(it.region(), budget.region()))
                                .orElseThrow(() -> ActivityRefusals.field("budget", "draft.budget")))
                        .replaceWithVoid();
    }

    private List<String> above(City city, String region) {
        return regions.of(city).path(region).stream().map(Region::code).toList();
    }

    /** @throws Refusal 409 once it is published */
    public Uni<Void> write(Caller organiser, UUID id, ActivityDraft typed) {
        return step.take(organiser, id, ActivityAction.WRITE, at -> {
            ActivityDraft.Checked it = checked(at.city(), at.it().unit(), typed, at.now());
            return payable(at.connection(), at.city(), it)
                    .chain(() -> Activities.write(at.sql(), at.tenant(), id, it, above(at.city(), it.region())))
                    .chain(() -> step.happened(at, "ActivityWritten", Map.of("kind", it.kind())));
        });
    }

    /** @throws Refusal 410 when sign-up would be over already */
    public Uni<Void> publish(Caller organiser, UUID id) {
        return step.take(organiser, id, ActivityAction.PUBLISH, at -> {
            if (!at.it().signUpUntil().isAfter(at.now())) {
                throw ActivityRefusals.tooLate("publishLate");
            }
            return Activities.move(at.sql(), at.tenant(), id, at.next(), at.it().opens(at.settings()), null)
                    .chain(() -> step.happened(at, "ActivityPublished", Map.of("capacity", at.it().capacity())));
        });
    }

    /** Everybody signed up or waiting is told why. @throws Refusal 422 {@code because} */
    public Uni<Void> cancel(Caller organiser, UUID id, String because) {
        String reason = because == null ? "" : because.strip();
        if (reason.isEmpty() || reason.length() > REASON) {
            throw ActivityRefusals.field("because", "because");
        }
        return step.take(organiser, id, ActivityAction.CANCEL, at -> Activities.move(at.sql(), at.tenant(), id, at.next(), null, reason)
                .chain(() -> step.happened(at, "ActivityCancelled", Map.of()))
                .chain(() -> Places.of(at.sql(), at.tenant(), id))
                .chain(places -> Multi.createFrom()
                        .iterable(places)
                        .onItem()
                        .transformToUniAndConcatenate(one -> step.tell(at, one.resident(), "cancelled", at.it().title(), reason))
                        .collect()
                        .last())
                .replaceWithVoid());
    }
}
