package cn.shiyu.dashboard;

import cn.shiyu.assessment.AssessmentSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The list behind a mark. $1 tenant, $2 and $3 from and to (now and tomorrow where it is about now), then what is filtered by, then where the page before
 * ended. Each walks an index in the list's own order and stops when the page is full.
 */
final class MarkSql {

    private static final String CASE = "c.number, c.subject, c.visibility, c.status, c.lead_unit, c.region_code, c.category_code";

    private final MarkFilter filter;
    private final List<Object> arguments = new ArrayList<>();
    private final String conditions;

    MarkSql(MarkFilter filter, int before) {
        this.filter = filter;
        StringBuilder all = new StringBuilder();
        if (filter.township() != null) {
            all.append(" and ").append(DaySql.TOWNSHIP).append(" = $").append(place(before, filter.township()));
        }
        if (filter.topic() != null) {
            all.append(" and ").append(DaySql.TOPIC).append(" = $").append(place(before, filter.topic()));
        }
        if (filter.unit() != null) {
            all.append(" and c.lead_unit = $").append(place(before, filter.unit()));
        }
        conditions = all.toString();
    }

    private int place(int before, String value) {
        arguments.add(value);
        return before + arguments.size();
    }

    List<Object> arguments() {
        return arguments;
    }

    /** @param further whether two more arguments say where the page before ended */
    String text(int before, boolean further, int most) {
        String cursor = further ? "($" + (before + arguments.size() + 1) + ", $" + (before + arguments.size() + 2) + ")" : null;
        if (filter.mark().isNow()) {
            return "select " + CASE + ", c.due_at, c.case_id, cast(null as text) from case_file c where c.tenant_id = $1 and c.closed_at is null"
                    + " and cast($2 as timestamptz) < cast($3 as timestamptz) and " + filter.mark().condition() + conditions + (further ? " and (c.due_at, c.case_id) > " + cursor : "")
                    + " order by c.due_at, c.case_id limit " + most;
        }
        return filter.mark() == Mark.SUBMITTED ? submitted(cursor, most) : events(cursor, most);
    }

    private String submitted(String cursor, int most) {
        return "select " + CASE + ", c.submitted_at, c.case_id, cast(null as text) from case_file c where c.tenant_id = $1 and c.submitted_at >= $2"
                + " and c.submitted_at < $3 and c.surface <> 'IMPORT'" + conditions
                + (cursor == null ? "" : " and (c.submitted_at, c.case_id) < " + cursor) + " order by c.submitted_at desc, c.case_id desc limit " + most;
    }

    /** One walk for each type of event, each in its order. */
    private String events(String cursor, int most) {
        return filter.mark().types().stream()
                .sorted()
                .map(type -> "(select " + CASE + ", x.occurred_at, x.event_id, x.satisfaction from " + AssessmentSql.facts(Set.of(type))
                        + " join case_file c on c.tenant_id = $1 and c.case_id = x.stream_id where " + filter.mark().condition() + conditions
                        + (cursor == null ? "" : " and (x.occurred_at, x.event_id) < " + cursor) + " order by x.occurred_at desc, x.event_id desc limit " + most + ")")
                .collect(Collectors.joining(" union all ", "select * from (", ") a order by occurred_at desc, event_id desc limit " + most));
    }
}
