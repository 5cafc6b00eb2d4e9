package cn.shiyu.casework;

import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.search.SearchTerms;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The city's public board 公示: open to everyone, newest first. */
@ApplicationScoped
public class BoardQueries {

    public static final int PAGE = 12;

    private static final String COLUMNS =
            """
            c.number, c.board_subject, c.board_text, c.kind, c.status, c.category_code, c.region_code, c.lead_unit,
              c.rating, c.submitted_at, c.published_at, c.case_id""";

    private static final String SELECT = "select " + COLUMNS + " from case_file c";
    private static final String SHOWN = " where c.tenant_id = $1 and c.published_at is not null";

    @Inject
    TenantSql sql;

    @Inject
    CaseNames names;

    @Inject
    CaseSearch search;

    /**
     * @param kind a kind's code, or null for all
     * @param topic a category's code (everything below it counts), or null for all
     * @param terms what the public copy must contain
     * @param after cursor of the page before, or null
     * @throws Refusal 422 naming {@code q} for a search of one letter
     */
    public Uni<Page<BoardItem>> page(City city, String kind, String topic, SearchTerms terms, String after) {
        List<Object> arguments = new ArrayList<>(List.of(city.id().value()));
        StringBuilder where = new StringBuilder(SHOWN);
        if (kind != null && !kind.isBlank()) {
            arguments.add(kind);
            where.append(" and c.kind = $").append(arguments.size());
        }
        if (topic != null && !topic.isBlank()) {
            arguments.add(topic);
            arguments.add(topic + "~");
            where.append(" and c.category_code >= $").append(arguments.size() - 1);
            where.append(" and c.category_code < $").append(arguments.size());
        }
        KeysetCursor last = KeysetCursor.orNull(after);
        return terms.isEmpty()
                ? list(city, where, arguments, last)
                : search(city, new SearchSql(SearchSql.Part.BOARD, COLUMNS, "", where.toString(), arguments), terms, last);
    }

    private Uni<Page<BoardItem>> search(City city, SearchSql query, SearchTerms terms, KeysetCursor after) {
        return search.inMonths(city.id(), terms.requirePair(), query, after, PAGE)
                .map(found -> found.page(line -> item(city, line)));
    }

    private Uni<Page<BoardItem>> list(City city, StringBuilder where, List<Object> arguments, KeysetCursor after) {
        if (after != null) {
            arguments.add(after.at());
            arguments.add(after.id());
            where.append(" and (c.published_at, c.case_id) < ($").append(arguments.size() - 1);
            where.append(", $").append(arguments.size()).append(")");
        }
        String text = SELECT + where + " order by c.published_at desc, c.case_id desc limit " + (PAGE + 1);
        return sql.inTx(city.id(), connection -> Statements.on(connection)
                .select(text, arguments.toArray())
                .map(lines -> page(city, lines)));
    }

    private Page<BoardItem> page(City city, List<Line> lines) {
        List<Line> shown = lines.subList(0, Math.min(PAGE, lines.size()));
        Line last = lines.size() > PAGE ? shown.get(PAGE - 1) : null;
        return new Page<>(
                shown.stream().map(line -> item(city, line)).toList(),
                last == null ? null : new KeysetCursor(last.instant(10), last.uuid(11)).text());
    }

    /** @throws Refusal 404 for what is not on this city's board */
    public Uni<BoardItem> byNumber(City city, String number) {
        return sql.inTx(city.id(), connection -> Statements.on(connection)
                .first(SELECT + SHOWN + " and c.number = $2", city.id().value(), CaseNumber.normalise(number))
                .map(found -> item(city, found.orElseThrow(Refusal::notFound))));
    }

    private BoardItem item(City city, Line line) {
        return new BoardItem(
                line.text(0),
                line.text(1),
                line.text(2),
                names.kind(city, line.text(3)),
                CaseStatus.valueOf(line.text(4)),
                names.category(city, line.text(5)),
                names.region(city, line.text(6)),
                names.unit(city, line.text(7)),
                line.missing(8) ? null : RatingLevel.valueOf(line.text(8)),
                line.instant(9),
                line.instant(10));
    }
}
