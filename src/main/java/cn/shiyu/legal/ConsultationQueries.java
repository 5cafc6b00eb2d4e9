package cn.shiyu.legal;

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
import java.util.UUID;

/** Consultations to look at: one's own, those an advisor has, and those of the township that are late. */
@ApplicationScoped
public class ConsultationQueries {

    private static final int PAGE = 20;

    private static final String NEWEST = " order by asked_at desc, consultation_id desc limit $3";
    private static final String BEFORE = " and (asked_at, consultation_id) < (select asked_at, consultation_id"
            + " from legal_consultation where tenant_id = $1 and consultation_id = $4)" + NEWEST;
    private static final String SOONEST = " order by due_at, consultation_id limit $3";
    private static final String LATER = " and (due_at, consultation_id) > (select due_at, consultation_id"
            + " from legal_consultation where tenant_id = $1 and consultation_id = $4)" + SOONEST;
    private static final String OWN = Consultation.COLUMNS + " and resident_id = $2";
    private static final String HAD = Consultation.COLUMNS + " and advisor = $2";
    private static final String WAITING = Consultation.COLUMNS + " and advisor = $2 and status = 'ASKED'";
    // Where nothing is late any more, the team's list is empty; it is short by nature.
    private static final String LATE = Consultation.COLUMNS
            + " and status = 'ASKED' and escalated and advisor <> $2 and ($4 or township = any($5))"
            + " order by due_at, consultation_id limit $3";

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    ConsultationSight sight;

    @Inject
    ConsultationViews views;

    @Inject
    ConsultationWords words;

    @Inject
    Advisors advisors;

    /** A resident's own, newest first. @param after id of the last one of the page before, or null */
    public Uni<Page<ConsultationView>> own(Caller resident, String after) {
        return page(resident, OWN, NEWEST, BEFORE, UUID.fromString(resident.id()), after);
    }

    /** What the advisor has, newest first. @throws Refusal 403 for who is none */
    public Uni<Page<ConsultationView>> had(Caller advisor, String after) {
        advisor(advisor);
        return page(advisor, HAD, NEWEST, BEFORE, advisor.id(), after);
    }

    /** What waits for the advisor's answer, what is due first above. */
    public Uni<Page<ConsultationView>> waiting(Caller advisor, String after) {
        advisor(advisor);
        return page(advisor, WAITING, SOONEST, LATER, advisor.id(), after);
    }

    /** What is late in the advisor's townships, the longest first; the first of them. */
    public Uni<Page<ConsultationView>> late(Caller advisor) {
        advisor(advisor);
        City city = cities.byId(advisor.tenant());
        return advisors.find(city, advisor.id())
                .map(one -> sql.inTx(advisor.tenant(), connection -> Statements.on(connection)
                        .select(
                                LATE, advisor.tenant().value(), advisor.id(), PAGE, advisors.servesAll(city, one),
                                advisors.townships(city, one))
                        .map(lines -> new Page<>(shown(city, lines), null))))
                .orElseGet(() -> Uni.createFrom().item(new Page<>(List.of(), null)));
    }

    private Uni<Page<ConsultationView>> page(
            Caller caller, String select, String first, String next, Object who, String after) {
        City city = cities.byId(caller.tenant());
        boolean begins = after == null || after.isBlank();
        Object[] arguments = begins
                ? new Object[] {caller.tenant().value(), who, PAGE + 1}
                : new Object[] {caller.tenant().value(), who, PAGE + 1, id(after)};
        return sql.inTx(caller.tenant(), connection -> Statements.on(connection)
                .select(select + (begins ? first : next), arguments)
                .map(lines -> {
                    List<ConsultationView> items = shown(city, lines.subList(0, Math.min(PAGE, lines.size())));
                    return new Page<>(items, lines.size() > PAGE ? items.get(PAGE - 1).id().toString() : null);
                }));
    }

    private List<ConsultationView> shown(City city, List<Line> lines) {
        return lines.stream().map(line -> views.listed(city, Consultation.of(line))).toList();
    }

    /** With all that was said. @throws Refusal 404 for everybody but those it is for */
    public Uni<ConsultationView> one(Caller caller, UUID id) {
        City city = cities.byId(caller.tenant());
        return sql.inTx(caller.tenant(), connection -> {
            Statements on = Statements.on(connection);
            return Consultations.find(on, city.id(), id)
                    .map(found -> found.orElseThrow(Refusal::notFound))
                    .chain(it -> {
                        ConsultationStanding standing = sight.standing(city, caller, it);
                        return words.of(on, city.id(), id).map(said -> views.whole(city, it, standing, said));
                    });
        });
    }

    private static void advisor(Caller caller) {
        if (!ConsultationSight.isAdvisor(caller)) {
            throw LegalRefusals.notYours();
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
