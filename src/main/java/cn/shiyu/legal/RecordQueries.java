package cn.shiyu.legal;

import cn.shiyu.booking.ServedQueries;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Times;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The monthly record of service by which advisors are paid: counted anew each time from what happened, so that it is the same
 * whoever asks. It holds no consultation's words and no resident. The administrator sees all, an advisor their own line.
 */
@ApplicationScoped
public class RecordQueries {

    private static final String DONE = """
            select advisor, outcome, count(*), count(rating),
              count(*) filter (where rating in ('VERY_SATISFIED', 'SATISFIED', 'BASICALLY_SATISFIED'))
            from legal_consultation where tenant_id = $1 and concluded_at >= $2 and concluded_at < $3
            group by advisor, outcome""";
    private static final String ANSWERED = """
            select advisor, count(*) from legal_consultation
            where tenant_id = $1 and first_answered_at >= $2 and first_answered_at < $3 group by advisor""";

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    ServedQueries served;

    /** In the tenant file's order. @throws cn.shiyu.platform.problem.Refusal 403 for everybody else */
    public Uni<List<ServiceRecord>> month(Caller caller, YearMonth month) {
        boolean all = caller.isStaff() && caller.holds(Role.TENANT_ADMIN);
        if (!all && !ConsultationSight.isAdvisor(caller)) {
            throw LegalRefusals.notYours();
        }
        City city = cities.byId(caller.tenant());
        Instant from = month.atDay(1).atStartOfDay(Times.ZONE).toInstant();
        Instant to = month.plusMonths(1).atDay(1).atStartOfDay(Times.ZONE).toInstant();
        return sql.inTx(city.id(), connection -> Uni.combine()
                        .all()
                        .unis(
                                Statements.on(connection).select(DONE, city.id().value(), from, to),
                                Statements.on(connection).select(ANSWERED, city.id().value(), from, to))
                        .asTuple())
                .chain(read -> served.served(city, AdvisorQueries.KIND, from, to)
                        .map(talks -> LegalSettings.of(city).advisors().stream()
                                .filter(one -> all || one.login().equals(caller.id()))
                                .map(one -> line(one, read.getItem1(), read.getItem2(), talks))
                                .toList()));
    }

    private static ServiceRecord line(
            LegalAdvisor one, List<Line> done, List<Line> answered, Map<String, ServedQueries.Served> talks) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        int rated = 0;
        int satisfied = 0;
        for (Line line : done) {
            if (line.text(0).equals(one.login())) {
                outcomes.put(Outcome.valueOf(line.text(1)), line.number(2));
                rated += line.number(3);
                satisfied += line.number(4);
            }
        }
        Map<String, Integer> first = new HashMap<>();
        answered.forEach(line -> first.put(line.text(0), line.number(1)));
        ServedQueries.Served talked = talks.getOrDefault(one.login(), new ServedQueries.Served(0, 0));
        return new ServiceRecord(
                one.login(), one.name(), one.firm(), first.getOrDefault(one.login(), 0), outcomes, rated, satisfied,
                talked.talks(), talked.minutes());
    }
}
