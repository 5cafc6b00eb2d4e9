package cn.shiyu.casework;

import cn.shiyu.tenancy.City;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the one statement of a page of the board. A branch of topics is read leaf by leaf, the newest of each along its index, and
 * merged: a rare topic costs as little as a frequent one.
 */
record BoardSql(String text, Object[] arguments) {

    private static final String COLUMNS =
            """
            c.number, c.board_subject, c.board_text, c.kind, c.status, c.category_code, c.region_code, c.lead_unit,
              c.rating, c.submitted_at, c.published_at, c.case_id""";

    private static final String SHOWN = " where c.tenant_id = $1 and c.published_at is not null";

    private static final String ON_BOARD = " from case_file c" + SHOWN;

    private static final String NEWEST = " order by c.published_at desc, c.case_id desc limit " + (BoardQueries.PAGE + 1);

    static final String ONE = "select " + COLUMNS + ON_BOARD + " and c.number = $2";

    /** @param topics codes of the branch, empty for all */
    static BoardSql of(City city, String kind, List<String> topics, String after) {
        List<Object> arguments = new ArrayList<>(List.of(city.id().value()));
        StringBuilder where = kind(kind, arguments);
        if (after != null && !after.isBlank()) {
            KeysetCursor last = KeysetCursor.parse(after);
            arguments.add(last.at());
            arguments.add(last.id());
            where.append(" and (c.published_at, c.case_id) < ($").append(arguments.size() - 1);
            where.append(", $").append(arguments.size()).append(")");
        }
        if (topics.isEmpty()) {
            return new BoardSql("select " + COLUMNS + ON_BOARD + where + NEWEST, arguments.toArray());
        }
        arguments.add(topics.toArray(String[]::new));
        String text = "select " + COLUMNS + " from unnest(cast($" + arguments.size() + " as text[])) as topic(code)"
                + " cross join lateral (select *" + ON_BOARD + where + " and c.category_code = topic.code" + NEWEST + ") c" + NEWEST;
        return new BoardSql(text, arguments.toArray());
    }

    /** The same board, to be searched. */
    static SearchSql searched(City city, String kind, List<String> topics) {
        List<Object> arguments = new ArrayList<>(List.of(city.id().value()));
        StringBuilder where = new StringBuilder(SHOWN).append(kind(kind, arguments));
        if (!topics.isEmpty()) {
            arguments.add(topics.toArray(String[]::new));
            where.append(" and c.category_code = any(cast($").append(arguments.size()).append(" as text[]))");
        }
        return new SearchSql(SearchSql.Part.BOARD, COLUMNS, "", where.toString(), arguments);
    }

    private static StringBuilder kind(String kind, List<Object> arguments) {
        StringBuilder where = new StringBuilder();
        if (kind != null && !kind.isBlank()) {
            arguments.add(kind);
            where.append(" and c.kind = $").append(arguments.size());
        }
        return where;
    }
}
