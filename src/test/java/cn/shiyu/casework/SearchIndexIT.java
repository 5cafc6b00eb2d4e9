package cn.shiyu.casework;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.search.SearchTerms;
import cn.shiyu.support.Databases;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the search asks of PostgreSQL: that its pairs of characters miss nothing, and that the index answers behind the wall. */
@QuarkusTest
class SearchIndexIT {

    private static final List<Integer> CHARACTERS =
            "路灯不亮东环小区停水😀𠮷㎡①Ａｂ Cc1２ \u3000\t\u200b%_'\"\\é,，。\n".codePoints().boxed().toList();

    private final Random random = new Random(17);

    @Test
    void findsEveryPieceOfTwoCharactersOrMoreOfAnyText() throws SQLException {
        try (Connection database = Databases.asApplicationIn("jieshou")) {
            for (int round = 0; round < 400; round++) {
                String text = text(60);
                int from = text.offsetByCodePoints(0, random.nextInt(50));
                String piece = text.substring(from, text.offsetByCodePoints(from, 2 + random.nextInt(8)));
                assertThat(Databases.column(
                                database,
                                "select search_grams('jieshou', search_text(?, 'anything')) @> search_grams('jieshou', search_plain(?))"
                                        + " and strpos(search_text(?, 'anything'), search_plain(?)) > 0",
                                text, piece, text, piece))
                        .as("«%s» in «%s»", piece, text)
                        .containsExactly("t");
            }
        }
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, CHARACTERS.size()).forEach(i -> text.appendCodePoint(CHARACTERS.get(i)));
        return text.toString();
    }

    @Test
    void readsAllSpellingsAsOne() throws SQLException {
        try (Connection database = Databases.asApplicationIn("jieshou")) {
            assertThat(Databases.column(database, "select search_plain(?)", "ＬＥＤ　路\u200b灯 ㎡\tＡ号\n楼")).containsExactly("led路灯m2a号楼");
            assertThat(Databases.column(database, "select search_grams('jieshou', '灯')::text")).containsExactly("{}");
            assertThat(Databases.column(database, "select search_grams('jieshou', '路灯') && search_grams('liaocheng', '路灯')"))
                    .as("two cities' numbers")
                    .containsExactly("f");
        }
    }

    /** Twenty thousand cases of a city of its own, gone when the test ends; asked as the application, behind the forced wall. */
    @Test
    void theIndexAnswersBehindTheWall() throws SQLException {
        SearchTerms terms = SearchTerms.of("翡翠园 停水");
        try (Connection database = Databases.asSuperuser();
                Statement run = database.createStatement()) {
            database.setAutoCommit(false);
            run.execute("insert into case_search (tenant_id, part, at, case_id, grams) select 'plan', 'CASE',"
                    + " timestamptz '2026-11-01' + n * interval '1 minute', gen_random_uuid(), search_grams('plan',"
                    + " search_plain('路灯不亮' || chr(19968 + n % 5000) || chr(19968 + n % 3000) || case when n % 4000 = 7 then '翡翠园停水' else '' end))"
                    + " from generate_series(1, 20000) n");
            run.execute("analyze case_search");
            run.execute("set local role shiyu_app");
            // Whether the planner may, not whether it finds a small table worth it.
            run.execute("set local enable_seqscan = off");
            Databases.column(database, "select set_config('app.tenant', 'plan', true)");
            String entry = SearchSql.entry(terms);
            for (int i = terms.words().size(); i >= 0; i--) {
                entry = entry.replace("$" + (i + 1), "'" + SearchSql.entryArguments("plan", terms)[i] + "'");
            }
            run.execute(entry);
            assertThat(Databases.column(database, "select count(*) from case_search")).as("what the wall lets through").containsExactly("5");
            List<String> plan = Databases.column(
                    database,
                    "explain select at, case_id from case_search where tenant_id = 'plan' and part = 'CASE'"
                            + " and period = any (cast(cast(? as text) as integer[])) order by at desc, case_id desc",
                    SearchSpan.from(Instant.parse("2026-11-02T00:00:00Z")).array());
            assertThat(plan).anyMatch(line -> line.contains("Bitmap Index Scan on case_search_grams"))
                    .anyMatch(line -> line.contains("Index Cond") && line.contains("grams @>"))
                    .noneMatch(line -> line.contains("Seq Scan on case_search"));
            run.execute("select set_config('app.tenant', 'liaocheng', true)");
            assertThat(Databases.column(database, "select count(*) from case_search")).as("for another city").containsExactly("0");
            database.rollback();
        }
    }
}
