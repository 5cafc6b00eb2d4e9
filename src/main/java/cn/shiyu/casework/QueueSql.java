package cn.shiyu.casework;

import cn.shiyu.identity.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Builds a queue's one statement; every value is an argument, never text. */
record QueueSql(String text, Object[] arguments) {

    /** Each state is counted along its index and stops at 1,000: a tab says "999+" rather than read ten million rows. */
    static String counts(String unit) {
        return """
            select s.status, n.n from (values ('SUBMITTED'), ('ACCEPTED'), ('DISPATCHED'), ('RETURN_DISPUTED'),
              ('HANDLING'), ('SUSPENDED'), ('FINISHED'), ('FOLLOWED_UP')) s(status),
            lateral (select cast(count(*) as integer) as n from (
              select 1 from case_file where tenant_id = $1 and %s = $2 and status = s.status and closed_at is null limit 1000) x) n
            """
                .formatted(holder(unit));
    }

    /** Centres never lead, units that handle never hold a case for the centre. */
    private static String holder(String unit) {
        return unit.startsWith("C") ? "centre_unit" : "lead_unit";
    }

    static QueueSql of(Caller caller, QueueFilter filter) {
        Builder query = conditions(caller, filter);
        after(query, filter);
        // What is due first stands first; of what is over, what ended last.
        String order = filter.isOver() ? " order by c.closed_at desc, c.case_id desc" : " order by c.due_at, c.case_id";
        return query.done(order + " limit " + (QueueQueries.PAGE + 1));
    }

    /** The same queue, to be searched. */
    static SearchSql searched(Caller caller, QueueFilter filter) {
        Builder query = conditions(caller, filter);
        return new SearchSql(
                SearchSql.Part.CASE, CaseRow.SEARCHED, query.join, query.where.toString(), query.arguments);
    }

    private static Builder conditions(Caller caller, QueueFilter filter) {
        Builder query = new Builder(caller.tenant().value());
        from(query, filter);
        statuses(query, filter);
        query.and("c.kind = ", filter.kind()).and("c.region_code = ", filter.region());
        category(query, filter.category());
        confidential(query, caller, filter);
        return query;
    }

    private static void from(Builder query, QueueFilter filter) {
        switch (filter.scope()) {
            case OWN -> query.and("c." + holder(filter.unit()) + " = ", filter.unit());
            case ASSISTING -> query.join(
                            " join case_assist a on a.tenant_id = c.tenant_id and a.case_id = c.case_id")
                    .and("a.unit = ", filter.unit());
            case BELOW -> below(query, filter.unit());
        }
    }

    /** Region codes are a prefix tree, so everything below a centre is one range of codes. */
    private static void below(Builder query, String centre) {
        String prefix = centre.substring(1).replaceFirst("(000|000000|00000000)$", "");
        String trimmed = centre.endsWith("00000000")
                ? centre.substring(1, 5)
                : centre.endsWith("000000") ? centre.substring(1, 7) : prefix;
        query.and("c.region_code >= ", trimmed).and("c.region_code < ", trimmed + "~");
    }

    private static void statuses(Builder query, QueueFilter filter) {
        query.raw(filter.isOver() ? " and c.closed_at is not null" : " and c.closed_at is null");
        if (!filter.statuses().isEmpty() && !filter.isOver()) {
            String list = filter.statuses().stream().map(s -> "'" + s.name() + "'").collect(Collectors.joining(","));
            query.raw(" and c.status in (" + list + ")");
        }
    }

    /** The code itself or anything below it in the tree. */
    private static void category(Builder query, String code) {
        if (code != null && !code.isBlank()) {
            query.and("c.category_code >= ", code).and("c.category_code < ", code + "~");
        }
    }

    /** Of other units' cases, a centre lists only what is not confidential. */
    private static void confidential(Builder query, Caller caller, QueueFilter filter) {
        if (filter.scope() == QueueFilter.Scope.BELOW) {
            query.raw(" and (c.visibility = 'PUBLIC' or c.centre_unit = " + query.argument(filter.unit()) + ")");
        }
    }

    private static void after(Builder query, QueueFilter filter) {
        if (filter.cursor() != null && !filter.cursor().isBlank()) {
            KeysetCursor last = KeysetCursor.parse(filter.cursor());
            String key = filter.isOver() ? "(c.closed_at, c.case_id) < (" : "(c.due_at, c.case_id) > (";
            query.raw(" and " + key + query.argument(last.at()) + ", " + query.argument(last.id()) + ")");
        }
    }

    private static final class Builder {
        private final StringBuilder where = new StringBuilder(" where c.tenant_id = $1");
        private final List<Object> arguments = new ArrayList<>();
        private String join = "";

        Builder(String tenant) {
            arguments.add(tenant);
        }

        String argument(Object value) {
            arguments.add(value);
            return "$" + arguments.size();
        }

        Builder and(String condition, String value) {
            if (value != null && !value.isBlank()) {
                where.append(" and ").append(condition).append(argument(value));
            }
            return this;
        }

        Builder raw(String text) {
            where.append(text);
            return this;
        }

        Builder join(String text) {
            join = text;
            return this;
        }

        QueueSql done(String tail) {
            return new QueueSql(
                    "select " + CaseRow.COLUMNS + " from case_file c" + join + where + tail, arguments.toArray());
        }
    }
}
