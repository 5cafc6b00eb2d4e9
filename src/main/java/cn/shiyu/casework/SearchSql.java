package cn.shiyu.casework;

import cn.shiyu.search.SearchTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Narrows a list to what contains some words, newest first. The list's own conditions stay as they are: whoever may not see a case
 * there does not find it. The index answers which cases contain the right pairs of characters; whether those make the
 * word is asked of the case itself, one after the other, until the page is full.
 *
 * @param part which words: what was submitted, or the public copy
 * @param columns of {@code c}, the case
 * @param join what the list joins, or empty
 * @param where the list's conditions, from the word "where" on; {@code $1} is the city
 * @param arguments of the conditions
 */
record SearchSql(Part part, String columns, String join, String where, List<Object> arguments) {

    /** {@code case_search.part}. */
    enum Part {
        CASE("submitted_at", "search_text(c.subject, c.body, c.address)"),
        BOARD("published_at", "search_text(c.board_subject, c.board_text)");

        private final String at;
        private final String words;

        Part(String at, String words) {
            this.at = at;
            this.words = words;
        }
    }

    /** Before anything is looked for: from when to when there is something. */
    static final String EXTENT =
            "select min(at), max(at) from case_search where tenant_id = $1 and part = $2";

    /** What is looked for, for this transaction's wall; and that plans are made for these words, not for others. */
    static String entry(SearchTerms terms) {
        String grams = terms.words().stream()
                .map(word -> "search_grams($1, search_plain($" + (terms.words().indexOf(word) + 2) + "))")
                .collect(Collectors.joining(" || "));
        return "select set_config('app.search', cast(" + grams + " as text), true),"
                + " set_config('plan_cache_mode', 'force_custom_plan', true)";
    }

    static Object[] entryArguments(String tenant, SearchTerms terms) {
        List<Object> arguments = new ArrayList<>(List.of(tenant));
        arguments.addAll(terms.words());
        return arguments.toArray();
    }

    /** @param span null for all time; @param after null for the newest */
    Statement of(SearchTerms terms, SearchSpan span, KeysetCursor after, int most) {
        Writer writer = new Writer(new ArrayList<>(arguments));
        StringBuilder hits = new StringBuilder("select s.at, s.case_id from case_search s join case_file c on c.tenant_id = s.tenant_id")
                .append(" and c.case_id = s.case_id and c.").append(part.at).append(" = s.at").append(join).append(where)
                .append(" and s.tenant_id = $1 and s.part = '").append(part).append("'");
        if (span != null) {
            hits.append(" and s.period = any (cast(cast(").append(writer.argument(span.array())).append(" as text) as integer[]))");
        }
        if (after != null) {
            hits.append(" and (s.at, s.case_id) < (").append(writer.argument(after.at())).append(", ");
            hits.append(writer.argument(after.id())).append(")");
        }
        String recheck = terms.words().stream()
                .map(word -> "strpos(" + part.words + ", search_plain(" + writer.argument(word) + ")) > 0")
                .collect(Collectors.joining(" and "));
        // "offset 0" keeps the two apart: sort by the index's answer first, look into the words only till the page is full.
        return new Statement(
                "select " + columns + ", hit.at, hit.case_id from (" + hits + " order by s.at desc, s.case_id desc offset 0) hit"
                        + " cross join lateral (select * from case_file c where c.tenant_id = $1 and c.case_id = hit.case_id and "
                        + recheck + " offset 0) c order by hit.at desc, hit.case_id desc limit " + most,
                writer.arguments.toArray());
    }

    record Statement(String text, Object[] arguments) {}

    private record Writer(List<Object> arguments) {
        String argument(Object value) {
            arguments.add(value);
            return "$" + arguments.size();
        }
    }
}
