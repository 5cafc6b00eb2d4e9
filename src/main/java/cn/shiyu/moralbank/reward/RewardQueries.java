package cn.shiyu.moralbank.reward;

import cn.shiyu.casework.CaseKind;
import cn.shiyu.casework.FinishedReports;
import cn.shiyu.category.Categories;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.moralbank.volunteering.VolunteeringSettings;
import cn.shiyu.organisation.Unit;
import cn.shiyu.organisation.Units;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finished cases whose reporter is a member and has not been thanked: for the clerk of the bank alone. */
@ApplicationScoped
public class RewardQueries {

    /** So long after its end a case can be rewarded. */
    static final Duration WITHIN = Duration.ofDays(90);

    private static final int PAGE = 20;
    /** Cases looked at for one page: most reporters are no members. */
    private static final int LOOKED_AT = 200;
    private static final String DECIDED = "select case_id from report_reward where tenant_id = $1 and case_id = any($2)";

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    FinishedReports reports;

    @Inject
    MemberQueries members;

    @Inject
    Categories categories;

    @Inject
    Units units;

    @Inject
    Clock clock;

    /**
     * The last closed first; a page may be short and still have a next one.
     *
     * @throws Refusal 403 for whoever is no clerk of the bank
     */
    public Uni<Page<Candidate>> candidates(Caller clerk, String after) {
        refuseUnlessClerk(clerk);
        City city = cities.byId(clerk.tenant());
        List<CaseKind> kinds = VolunteeringSettings.of(city).reports().stream()
                .map(one -> CaseKind.valueOf(one.caseKind()))
                .toList();
        return sql.inTx(city.id(), connection -> reports
                .since(connection, city.id(), kinds, clock.instant().minus(WITHIN), id(after), LOOKED_AT)
                .chain(found -> page(connection, city, found)));
    }

    private Uni<Page<Candidate>> page(SqlConnection connection, City city, List<FinishedReports.Report> found) {
        return members.among(connection, city.id(), found.stream().map(FinishedReports.Report::resident).distinct().toList())
                .chain(in -> decided(connection, city, found).map(done -> {
                    List<FinishedReports.Report> open = found.stream()
                            .filter(one -> in.contains(one.resident()) && !done.contains(one.id()))
                            .toList();
                    UUID last = open.size() > PAGE ? open.get(PAGE - 1).id() : found.size() == LOOKED_AT ? found.get(LOOKED_AT - 1).id() : null;
                    return new Page<>(
                            open.stream().limit(PAGE).map(one -> candidate(city, one)).toList(), last == null ? null : last.toString());
                }));
    }

    private static Uni<Set<UUID>> decided(SqlConnection connection, City city, List<FinishedReports.Report> found) {
        return Statements.on(connection)
                .select(DECIDED, city.id().value(), found.stream().map(FinishedReports.Report::id).toArray(UUID[]::new))
                .map(lines -> lines.stream().map(line -> line.uuid(0)).collect(Collectors.toSet()));
    }

    private Candidate candidate(City city, FinishedReports.Report it) {
        return new Candidate(
                it.id(), it.number(), Messages.get("earn.caseKind." + it.kind()),
                it.category() == null ? "" : categories.of(city).pathName(it.category()),
                units.of(city).find(it.lead()).map(Unit::name).orElse(""), it.closedAt(),
                VolunteeringSettings.of(city).report(it.kind().name()).map(VolunteeringSettings.Report::name).orElse(""));
    }

    static void refuseUnlessClerk(Caller caller) {
        if (!caller.holds(Role.BANK_CLERK)) {
            throw new Refusal(403, "not-allowed", Messages.get("earn.refusal.notYours"));
        }
    }

    private static UUID id(String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
