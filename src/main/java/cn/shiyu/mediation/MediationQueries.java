package cn.shiyu.mediation;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Mediations to look at: a resident's own on either side, and those a mediator has. */
@ApplicationScoped
public class MediationQueries {

    private static final int PAGE = 20;

    // Each branch reads its own index backwards and stops at a page; the union of two pages holds the page.
    private static final String OWN = """
            select * from (
              (%1$s and applicant_id = $2 and mediation_id < $3 order by mediation_id desc limit $4)
              union all
              (%1$s and respondent_id = $2 and mediation_id < $3 order by mediation_id desc limit $4)
            ) both_sides order by mediation_id desc limit $4""".formatted(Mediation.COLUMNS);
    private static final String OF_MEDIATOR = Mediation.COLUMNS
            + " and mediator = $2 and status = any($5) and mediation_id < $3 order by mediation_id desc limit $4";
    private static final String OF_CASE = Mediation.COLUMNS + " and case_number = $2 order by mediation_id desc limit 1";
    private static final UUID LAST = new UUID(-1L, -1L);

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    MediationViews views;

    @Inject
    MediationReader reader;

    /** Newest first. @param after id of the last one of the page before, or null */
    public Uni<Page<MediationItem>> own(Caller resident, String after) {
        return page(resident, OWN, after, new Object[] {resident.tenant().value(), UUID.fromString(resident.id()), before(after), PAGE + 1});
    }

    /** What a mediator has in one of these states. @throws Refusal 403 for who is none */
    public Uni<Page<MediationItem>> had(Caller mediator, List<MediationStatus> states, String after) {
        if (!MediationSight.isMediator(mediator)) {
            throw MediationRefusals.notYours();
        }
        String[] names = states.stream().map(Enum::name).toArray(String[]::new);
        return page(mediator, OF_MEDIATOR, after, new Object[] {mediator.tenant().value(), mediator.id(), before(after), PAGE + 1, names});
    }

    private Uni<Page<MediationItem>> page(Caller caller, String select, String after, Object[] arguments) {
        City city = cities.byId(caller.tenant());
        return sql.inTx(caller.tenant(), connection -> Statements.on(connection).select(select, arguments))
                .map(lines -> {
                    List<MediationItem> items = lines.stream().limit(PAGE).map(line -> item(city, caller, line)).toList();
                    return new Page<>(items, lines.size() > PAGE ? items.get(PAGE - 1).id().toString() : null);
                });
    }

    private MediationItem item(City city, Caller caller, Line line) {
        Mediation it = Mediation.of(line);
        return views.item(city, it, MediationSight.standing(caller, it));
    }

    /** With all that was said and shown, as far as it is for this caller. @throws Refusal 404 for everybody else */
    public Uni<MediationView> one(Caller caller, UUID id) {
        City city = cities.byId(caller.tenant());
        return sql.inTx(caller.tenant(), connection -> {
            Statements on = Statements.on(connection);
            return Mediations.find(on, city.id(), id)
                    .map(found -> found.orElseThrow(Refusal::notFound))
                    .chain(it -> reader.read(connection, city, it, MediationSight.standing(caller, it)));
        }).chain(read -> reader.view(city, read));
    }

    /** What came of a case: where its newest mediation stands, and no word of it. */
    Uni<Optional<Mediation>> ofCase(Caller caller, String number) {
        return sql.inTx(caller.tenant(), connection -> Statements.on(connection)
                .first(OF_CASE, caller.tenant().value(), number)
                .map(found -> found.map(Mediation::of)));
    }

    private static UUID before(String after) {
        try {
            return after == null || after.isBlank() ? LAST : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
