package cn.shiyu.casework;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.search.SearchTerms;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A resident's own cases, newest first. */
@ApplicationScoped
public class MyCases {

    public static final int PAGE = 20;

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    CaseNames names;

    @Inject
    Clock clock;

    /**
     * All of them are few enough to look into each, so even one letter may be looked for.
     *
     * @param terms what the case's words, its place or its number must contain
     * @param after cursor of the page before, or null
     */
    public Uni<Page<QueueItem>> of(Caller caller, SearchTerms terms, String after) {
        if (!caller.isResident()) {
            return Uni.createFrom().failure(Refusal.notFound());
        }
        City city = cities.byId(caller.tenant());
        List<Object> arguments = new ArrayList<>(List.of(caller.tenant().value(), caller.id()));
        StringBuilder text = new StringBuilder("select " + CaseRow.SEARCHED);
        text.append(" from case_file c where c.tenant_id = $1 and c.resident_id = $2");
        for (String word : terms.words()) {
            arguments.add(word);
            text.append(" and strpos(search_text(c.subject, c.body, c.address) || chr(10) || search_plain(c.number), search_plain($");
            text.append(arguments.size()).append(")) > 0");
        }
        if (after != null && !after.isBlank()) {
            arguments.add(KeysetCursor.parse(after).id());
            text.append(" and c.case_id < $").append(arguments.size());
        }
        text.append(" order by c.case_id desc limit ").append(PAGE + 1);
        return sql.inTx(caller.tenant(), connection -> Statements.on(connection)
                .select(text.toString(), arguments.toArray())
                .map(lines -> page(city, terms, lines)));
    }

    private Page<QueueItem> page(City city, SearchTerms terms, List<Line> lines) {
        List<Line> shown = lines.subList(0, Math.min(PAGE, lines.size()));
        Line last = lines.size() > PAGE ? shown.get(PAGE - 1) : null;
        return new Page<>(
                shown.stream().map(line -> CaseRow.found(city, names, line, clock.instant(), terms)).toList(),
                last == null ? null : new KeysetCursor(last.instant(13), last.uuid(0)).text());
    }
}
