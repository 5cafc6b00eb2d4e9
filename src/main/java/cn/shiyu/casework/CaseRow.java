package cn.shiyu.casework;

import cn.shiyu.clock.Light;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.search.Hits;
import cn.shiyu.search.SearchTerms;
import cn.shiyu.tenancy.City;
import java.time.Instant;
import java.util.Optional;

/** Reads the columns that every list of cases shows. */
final class CaseRow {

    static final String COLUMNS =
            """
            c.case_id, c.number, c.subject, c.kind, c.status, c.category_code, c.grade, c.region_code, c.centre_unit,
            c.lead_unit, c.visibility, c.returns, c.reworks, c.submitted_at, c.due_at, c.warn_at, c.closed_at""";

    /** The same and where else a word may have been found. */
    static final String SEARCHED = COLUMNS + ", c.body, c.address";

    private CaseRow() {}

    static QueueItem item(City city, CaseNames names, Line line, Instant now) {
        return item(city, names, line, now, null);
    }

    /** Of the columns {@link #SEARCHED}. */
    static QueueItem found(City city, CaseNames names, Line line, Instant now, SearchTerms terms) {
        return item(city, names, line, now, Optional.ofNullable(Hits.excerpt(line.text(17), terms))
                .orElseGet(() -> Hits.excerpt(line.text(18), terms)));
    }

    private static QueueItem item(City city, CaseNames names, Line line, Instant now, String excerpt) {
        Instant due = line.instant(14);
        boolean none = due.equals(Case.NEVER);
        return new QueueItem(
                line.text(1),
                line.text(2),
                names.kind(city, line.text(3)),
                CaseStatus.valueOf(line.text(4)),
                names.category(city, line.text(5)),
                names.grade(city, line.text(6)),
                !"NORMAL".equals(line.text(6)),
                names.region(city, line.text(7)),
                names.unit(city, line.text(8)),
                names.unit(city, line.text(9)),
                "CONFIDENTIAL".equals(line.text(10)),
                line.number(11),
                line.number(12),
                line.instant(13),
                none ? null : due,
                none ? null : light(line.instant(15), due, now),
                excerpt);
    }

    static Light light(Instant warn, Instant due, Instant now) {
        if (now.isAfter(due)) {
            return Light.RED;
        }
        return now.isBefore(warn) ? Light.GREEN : Light.YELLOW;
    }
}
