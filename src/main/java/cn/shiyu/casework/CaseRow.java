package cn.shiyu.casework;

import cn.shiyu.clock.Light;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.tenancy.City;
import java.time.Instant;

/** Reads the columns that every list of cases shows. */
final class CaseRow {

    static final String COLUMNS =
            """
            c.case_id, c.number, c.subject, c.kind, c.status, c.category_code, c.grade, c.region_code, c.centre_unit,
            c.lead_unit, c.visibility, c.returns, c.reworks, c.submitted_at, c.due_at, c.warn_at""";

    private CaseRow() {}

    static QueueItem item(City city, CaseNames names, Line line, Instant now) {
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
                none ? null : light(line.instant(15), due, now));
    }

    static Light light(Instant warn, Instant due, Instant now) {
        if (now.isAfter(due)) {
            return Light.RED;
        }
        return now.isBefore(warn) ? Light.GREEN : Light.YELLOW;
    }
}
