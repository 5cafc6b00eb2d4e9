package cn.shiyu.moralbank.ledger.audit;

import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was written down when days were closed: a few rows a day. */
record DayBook(TreeMap<LocalDate, Closed> closes, Map<LocalDate, Map<String, String>> sums) {

    private static final String CLOSES = """
            select closed_on, transfers, postings, points, digest from bank_close where tenant_id = $1 and closed_on >= $2 order by 1""";
    private static final String SUMS = """
            select closed_on, kind || '/' || undoes, transfers || ' ' || points from bank_day_sum where tenant_id = $1 and closed_on >= $2""";

    record Closed(long transfers, long postings, long points, byte[] digest) {}

    static Uni<DayBook> read(Statements sql, TenantId tenant, LocalDate from) {
        return sql.select(CLOSES, tenant.value(), from).chain(closes -> sql.select(SUMS, tenant.value(), from)
                .map(sums -> new DayBook(closes(closes), sums(sums))));
    }

    private static TreeMap<LocalDate, Closed> closes(List<Line> lines) {
        TreeMap<LocalDate, Closed> all = new TreeMap<>();
        lines.forEach(line -> all.put(
                day(line), new Closed(line.bigNumber(1), line.bigNumber(2), line.bigNumber(3), line.bytes(4))));
        return all;
    }

    private static Map<LocalDate, Map<String, String>> sums(List<Line> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        DayBook::day, Collectors.toMap(line -> line.text(1), line -> line.text(2), (a, b) -> a, TreeMap::new)));
    }

    private static LocalDate day(Line line) {
        return (LocalDate) line.values()[0];
    }
}
