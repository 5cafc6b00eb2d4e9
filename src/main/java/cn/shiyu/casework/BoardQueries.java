package cn.shiyu.casework;

import cn.shiyu.category.Categories;
import cn.shiyu.category.Category;
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
import java.util.List;
import java.util.stream.Collectors;

/** The city's public board 公示: open to everyone, newest first. */
@ApplicationScoped
public class BoardQueries {

    public static final int PAGE = 12;

    @Inject
    TenantSql sql;

    @Inject
    CaseNames names;

    @Inject
    CaseSearch search;

    @Inject
    Categories categories;

    /**
     * @param kind a kind's code, or null for all
     * @param topic a category's code (everything below it counts), or null for all
     * @param terms what the public copy must contain
     * @param after cursor of the page before, or null
     * @throws Refusal 422 naming {@code q} for a search of one letter
     */
    public Uni<Page<BoardItem>> page(City city, String kind, String topic, SearchTerms terms, String after) {
        List<String> topics = topic == null || topic.isBlank() ? List.of() : below(city, topic);
        return terms.isEmpty() ? list(city, BoardSql.of(city, kind, topics, after)) : search(city, kind, topics, terms, after);
    }

    private Uni<Page<BoardItem>> search(City city, String kind, List<String> topics, SearchTerms terms, String after) {
        SearchSql query = BoardSql.searched(city, kind, topics);
        return search.inMonths(city.id(), terms.requirePair(), query, KeysetCursor.orNull(after), PAGE)
                .map(found -> found.page(line -> item(city, line)));
    }

    private Uni<Page<BoardItem>> list(City city, BoardSql query) {
        return sql.inTx(city.id(), connection -> Statements.on(connection)
                .select(query.text(), query.arguments())
                .map(lines -> page(city, lines)));
    }

    private List<String> below(City city, String topic) {
        return categories.of(city).all().stream()
                .map(Category::code)
                .filter(code -> code.equals(topic) || code.startsWith(topic + "."))
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), codes -> codes.isEmpty() ? List.of(topic) : codes));
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
                .first(BoardSql.ONE, city.id().value(), CaseNumber.normalise(number))
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
