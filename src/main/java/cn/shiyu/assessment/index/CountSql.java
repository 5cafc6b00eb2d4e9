package cn.shiyu.assessment.index;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Counts units' events of one day, from the log or from evidence; both the same way, so that a month computed again is the month that was
 * sealed. By the day, because a statement over a whole month of a large city is longer than any may be.
 */
final class CountSql {

    private static final String TYPES =
            "'CaseDispatched', 'ReturnRuled', 'CaseReturned', 'CaseReturnDisputed', 'CaseFinished', 'CaseFollowedUp', 'CaseReworkOrdered', 'CaseAskedAgain'";
    private static final String CALLED = "type = 'CaseFollowedUp' and reached";
    private static final String ANSWERED = "(type = 'CaseFollowedUp' and reached or type = 'CaseRated' and not called and seq = last)";

    /** What each name of {@link Counts#NAMES} counts; those who were not reached say nothing. */
    private static final Map<String, String> MEANING = Map.ofEntries(
            Map.entry("dispatched", "type in ('CaseDispatched', 'ReturnRuled')"),
            Map.entry("returned", "type in ('CaseReturned', 'CaseReturnDisputed')"),
            Map.entry("finished", "type = 'CaseFinished'"),
            Map.entry("on_time", "type = 'CaseFinished' and on_time"),
            Map.entry("followed_up", CALLED),
            Map.entry("responded", CALLED + " and responded"),
            Map.entry("solved", CALLED + " and solved"),
            Map.entry("very_satisfied", ANSWERED + " and satisfaction = 'VERY_SATISFIED'"),
            Map.entry("satisfied", ANSWERED + " and satisfaction = 'SATISFIED'"),
            Map.entry("basically_satisfied", ANSWERED + " and satisfaction = 'BASICALLY_SATISFIED'"),
            Map.entry("dissatisfied", ANSWERED + " and satisfaction = 'DISSATISFIED'"),
            Map.entry("very_dissatisfied", ANSWERED + " and satisfaction = 'VERY_DISSATISFIED'"),
            Map.entry("answered", ANSWERED),
            Map.entry("reworked", "type = 'CaseReworkOrdered'"),
            Map.entry("asked_again", "type = 'CaseAskedAgain'"));

    /** In the order of the names. */
    private static final String NUMBERS = Counts.NAMES.stream()
            .map(name -> "count(*) filter (where " + MEANING.get(name) + ")")
            .collect(Collectors.joining(", ", "array[", "]"));

    private static final String DIGEST = "sha256(string_agg(hash, ''::bytea order by stream_id, seq))";

    /** The lead of a dispatch is the unit; the same facts as the weekly sheet's. */
    private static final String FACTS = """
            e.stream_id, e.seq, e.hash, e.type, coalesce(f.facts ->> 'reached', 'false') = 'true' as reached,
            coalesce(f.facts ->> 'responded', 'false') = 'true' as responded, coalesce(f.facts ->> 'solved', 'false') = 'true' as solved,
            coalesce(f.facts ->> 'level', f.facts ->> 'satisfaction') as said, coalesce(f.facts ->> 'onTime', 'false') = 'true' as on_time,
            cast(f.facts ->> 'round' as integer) as round""";

    private static final String UNIT = ", coalesce(f.facts ->> 'lead', f.facts ->> 'unit') as unit";
    private static final String PARSED = " cross join lateral (select cast(e.payload as jsonb) as facts) f";

    private static final String COUNTED = "select " + FACTS + UNIT + ", e.seq as about from event e" + PARSED
            + " where e.tenant_id = $1 and e.stream_type = 'case' and e.type in (" + TYPES + ") and e.occurred_at >= $2 and e.occurred_at < $3"
            // What assessors left out (剔除).
            + " and not exists (select 1 from assessment_exclusion d where d.tenant_id = $1 and d.stream_id = e.stream_id and d.seq = e.seq"
            + " and d.state = 'GRANTED')";

    /** The last rating of a finishing about which no call reached the resident. Ratings of before they named the finishing say nothing here. */
    private static final String ALONE = "select " + FACTS + ", f.facts ->> 'unit' as unit, e.seq as about from event e" + PARSED
            + " where e.tenant_id = $1 and e.stream_type = 'case' and e.type = 'CaseRated' and e.occurred_at >= $2 and e.occurred_at < $3"
            + " and f.facts ->> 'round' is not null and not exists (select 1 from event o where o.tenant_id = $1 and o.stream_id = e.stream_id"
            + " and (o.type = 'CaseFollowedUp' or o.type = 'CaseRated' and o.seq > e.seq)"
            + " and cast(o.payload as jsonb) ->> 'round' = f.facts ->> 'round')"
            + " and not exists (select 1 from assessment_exclusion d where d.tenant_id = $1 and d.stream_id = e.stream_id and d.seq = e.seq"
            + " and d.state = 'GRANTED')";

    /** A day's events, and with each call what the resident said of it themselves afterwards: kept beside it, counted through it. */
    private static final String DAY = "with counted as materialized (" + COUNTED + ") select * from counted union all select " + FACTS
            + ", c.unit, c.seq as about from counted c join event e on e.tenant_id = $1 and e.stream_id = c.stream_id and e.seq > c.seq and e.type = 'CaseRated'"
            + PARSED + " where c.type = 'CaseFollowedUp' and c.reached and c.unit is not null and cast(f.facts ->> 'round' as integer) = c.round"
            + " union all " + ALONE;

    /** The resident's last word about a finishing is what counts of it: their own rating after the call before what was noted at the call. */
    private static final String JUDGED = "select z.*, last_value(said) over finishing as satisfaction, last_value(seq) over finishing as last,"
            + " bool_or(" + CALLED + ") over finishing as called from (%s) z window finishing as (partition by stream_id, coalesce(round, -seq) order by seq"
            + " rows between unbounded preceding and unbounded following)";

    /** As it stands now, without evidence: unit and numbers, of tenant, from, to. */
    static final String LIVE = "select unit, " + NUMBERS + " from (" + JUDGED.formatted(DAY) + ") x where unit is not null group by unit";

    private static final String KEEP = "insert into assessment_evidence (tenant_id, month, day, unit, streams, seqs, numbers, digest)"
            + " select $1, $4, $5, unit, array_agg(stream_id order by stream_id, seq), array_agg(seq order by stream_id, seq), " + NUMBERS + ", "
            + DIGEST + " from (%s) x where unit is not null group by unit";

    /** Keeps the evidence of tenant, from, to, under the month's name and the day. */
    static final String OF_DAY = KEEP.formatted(JUDGED.formatted(DAY));

    /** The same of a day of the month before ($6), without what is in its evidence: that came in late. A rating of a sealed call changes nothing. */
    static final String LATE_OF_DAY = "with seen as materialized (select unnest(streams) as stream_id, unnest(seqs) as seq from assessment_evidence"
            + " where tenant_id = $1 and month = $6 and day = $5) "
            + KEEP.formatted(JUDGED.formatted("select l.* from (" + DAY + ") l where not exists"
                    + " (select 1 from seen s where s.stream_id = l.stream_id and s.seq = l.about)"));

    /** What was kept of tenant and month ($3 its first day): unit, each number, digest, how many events, how many late. */
    static final String KEPT = "select unit, " + sums() + ", sha256(string_agg(digest, ''::bytea order by day)), sum(cardinality(streams))::bigint,"
            + " coalesce(sum(cardinality(streams)) filter (where day < $3), 0)::bigint from assessment_evidence"
            + " where tenant_id = $1 and month = $2 group by unit order by unit";

    static final String DAYS_KEPT =
            "select distinct day::text from assessment_evidence where tenant_id = $1 and month = $2 order by 1";

    /** Of tenant, month and day: units whose events no longer come to what was kept. */
    static final String CHANGED = "select v.unit, v.numbers::text, x.numbers::text from assessment_evidence v left join (select unit, " + NUMBERS
            + " as numbers, " + DIGEST + " as digest from (" + JUDGED.formatted("select v.unit, " + FACTS
            + " from (select unit, unnest(streams) as s, unnest(seqs) as q from assessment_evidence where tenant_id = $1 and month = $2 and day = $3) v"
            + " join event e on e.tenant_id = $1 and e.stream_id = v.s and e.seq = v.q" + PARSED) + ") y group by unit) x on x.unit = v.unit"
            + " where v.tenant_id = $1 and v.month = $2 and v.day = $3"
            + " and (v.numbers is distinct from x.numbers[1:cardinality(v.numbers)] or v.digest is distinct from x.digest) order by v.unit limit 1";

    private CountSql() {}

    private static String sums() {
        return IntStream.rangeClosed(1, Counts.NAMES.size())
                .mapToObj(i -> "coalesce(sum(numbers[" + i + "]), 0)::bigint")
                .collect(Collectors.joining(", "));
    }
}
