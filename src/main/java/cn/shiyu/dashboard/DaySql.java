package cn.shiyu.dashboard;

import cn.shiyu.assessment.AssessmentSql;
import java.util.Set;

/** A day's sums, made of the same events and by the same rules as the assessment's figures. */
final class DaySql {

    // How much a day has is not known before, so neither is a plan that is good for all of them.
    static final String CUSTOM_PLANS = "select set_config('plan_cache_mode', 'force_custom_plan', true)";

    static final String COUNTED = """
            insert into dashboard_counted (tenant_id, day, counted_at) values ($1, $2, $3)
            on conflict (tenant_id, day) do update set counted_at = excluded.counted_at""";

    static final String FORGET = "delete from dashboard_day where tenant_id = $1 and day = $2";

    /** Of the city's twelve-digit codes the first nine are the township's. */
    static final String TOWNSHIP = "left(c.region_code, 9) || '000'";
    static final String TOPIC = "split_part(coalesce(c.category_code, ''), '.', 1)";

    /** tenant, from, to, day. What was brought in from elsewhere with its own past is history, not the city's work. */
    static final String COUNT = "insert into dashboard_day (tenant_id, day, township, topic, submitted, finished, on_time, answered, content, basically, low)"
            + " select $1, $4, township, topic, sum(submitted), sum(finished), sum(on_time), sum(answered), sum(content), sum(basically), sum(low) from ("
            + " select " + TOWNSHIP + " as township, " + TOPIC + " as topic, 1 as submitted, 0 as finished, 0 as on_time, 0 as answered, 0 as content,"
            + " 0 as basically, 0 as low from case_file c where c.tenant_id = $1 and c.submitted_at >= $2 and c.submitted_at < $3 and c.surface <> 'IMPORT'"
            + " union all select " + TOWNSHIP + ", " + TOPIC + ", 0, " + one("x.type = 'CaseFinished'") + ", " + one("x.type = 'CaseFinished' and x.on_time")
            + ", " + one(Mark.ANSWER) + ", " + one(Mark.ANSWER + " and x.satisfaction in ('VERY_SATISFIED', 'SATISFIED')")
            + ", " + one(Mark.ANSWER + " and x.satisfaction = 'BASICALLY_SATISFIED'") + ", " + one(Mark.ANSWER + " and " + Mark.BAD)
            + " from " + AssessmentSql.facts(Set.of("CaseFinished", "CaseFollowedUp", "CaseRated"))
            + " join case_file c on c.tenant_id = $1 and c.case_id = x.stream_id) counted group by township, topic";

    /** tenant, today, first day, first unsettled day, today's limit, the others' limit. */
    static final String DUE = """
            select cast(day as text) from (
              select $2 as day, 0 as turn, cast(null as timestamptz) as counted_at where not exists
                (select 1 from dashboard_counted where tenant_id = $1 and day = $2 and counted_at >= $5)
              union all (select cast(d as date), 1, cast(null as timestamptz) from generate_series(cast($3 as date), cast($2 as date) - 1, interval '1 day') d
                where not exists (select 1 from dashboard_counted where tenant_id = $1 and day = cast(d as date)) order by d desc limit 1)
              union all (select day, 2, counted_at from dashboard_counted where tenant_id = $1 and day >= $4 and day < $2 and counted_at < $6
                order by counted_at limit 1)) due
            order by turn, counted_at limit 1""";

    private DaySql() {}

    private static String one(String condition) {
        return "case when " + condition + " then 1 else 0 end";
    }
}
