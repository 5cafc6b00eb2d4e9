package cn.shiyu.dashboard;

/** What a page asks: sums of days, read along their key, and how things stand now, along the index of what is open. */
final class DashboardSql {

    private static final String ALL = "sum(submitted)::int, sum(finished)::int, sum(on_time)::int, sum(answered)::int, sum(content)::int,"
            + " sum(basically)::int, sum(low)::int";

    /** tenant, from, to, since: by day, by topic and by township in one walk, each for the days since and for those before. */
    static final String SUMS = "select cast(day as text), topic, township, recent, " + ALL + " from (select *, day >= $4 as recent from dashboard_day"
            + " where tenant_id = $1 and day >= $2 and day < $3) d group by grouping sets ((day, recent), (topic, recent), (township, recent))";

    /** tenant, from, to, since: how many since, how many before. */
    static final String SPOTS = "select township, topic, coalesce(sum(submitted) filter (where day >= $4), 0)::int,"
            + " coalesce(sum(submitted) filter (where day < $4), 0)::int from dashboard_day"
            + " where tenant_id = $1 and day >= $2 and day < $3 group by 1, 2";

    /** tenant, today. */
    static final String TODAY = "select coalesce((select sum(submitted) from dashboard_day where tenant_id = $1 and day = $2), 0)::int,"
            + " (select counted_at from dashboard_counted where tenant_id = $1 and day = $2)";

    /** tenant, now, tomorrow. */
    static final String STANDING = "select count(*), count(*) filter (where due_at < $2), count(*) filter (where due_at >= $2 and due_at < $3)"
            + " from case_file where tenant_id = $1 and closed_at is null";

    /** tenant, now: the units with the most overdue. */
    static final String BEHIND = "select lead_unit, count(*) from case_file where tenant_id = $1 and closed_at is null and due_at < $2"
            + " and lead_unit is not null group by 1 order by 2 desc, 1 limit 10";

    private DashboardSql() {}
}
