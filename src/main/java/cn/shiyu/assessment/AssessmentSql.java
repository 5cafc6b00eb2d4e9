package cn.shiyu.assessment;

import java.util.Set;
import java.util.stream.Collectors;

/** What is counted, and the questions of the sheet; all walk its index (tenant_id, type, occurred_at). */
public final class AssessmentSql {

    /** What the resident said themselves after the call about the same finishing outranks what was noted at the call. */
    private static final String OWN_WORD =
            """
            (select cast(r.payload as jsonb) ->> 'level' from event r where e.type = 'CaseFollowedUp' and r.tenant_id = $1
                 and r.stream_id = e.stream_id and r.seq > e.seq and r.type = 'CaseRated'
                 and cast(r.payload as jsonb) ->> 'round' = f.facts ->> 'round' order by r.seq desc limit 1)""";

    /** Facts are canonical JSON kept as text; read only for the few events of the window. The lead of a dispatch is the unit. */
    private static final String FACTS =
            """
            (select e.stream_id, e.seq, e.type, e.occurred_at, e.event_id,
               coalesce(f.facts ->> 'lead', f.facts ->> 'unit') as unit,
               coalesce(f.facts ->> 'reached', 'false') = 'true' as reached,
               coalesce(f.facts ->> 'responded', 'false') = 'true' as responded,
               coalesce(f.facts ->> 'solved', 'false') = 'true' as solved,
               coalesce(%s, f.facts ->> 'satisfaction', f.facts ->> 'level') as satisfaction,
               coalesce(f.facts ->> 'onTime', 'false') = 'true' as on_time
             from event e cross join lateral (select cast(e.payload as jsonb) as facts) f
             where e.tenant_id = $1 and e.stream_type = 'case' and e.occurred_at >= $2 and e.occurred_at < $3
               and e.type in (%s)
               -- A resident's own rating stands for itself only where no call about the same finishing reached them.
               and (e.type <> 'CaseRated' or f.facts ->> 'round' is not null and not exists (select 1 from event o where o.tenant_id = $1
                 and o.stream_id = e.stream_id and (o.type = 'CaseFollowedUp' or o.type = 'CaseRated' and o.seq > e.seq)
                 and cast(o.payload as jsonb) ->> 'round' = f.facts ->> 'round'))
               and not exists (select 1 from assessment_exclusion d where d.tenant_id = $1 and d.stream_id = e.stream_id
                 and d.seq = e.seq and d.state = 'GRANTED')) x""";

    static final String TALLIES = "select unit, type, reached, responded, solved, satisfaction, on_time, cast(count(*) as integer) from "
            + facts(Set.of("CaseDispatched", "ReturnRuled", "CaseReturned", "CaseReturnDisputed", "CaseFinished", "CaseFollowedUp", "CaseRated"))
            + " where unit is not null group by 1, 2, 3, 4, 5, 6, 7";

    private AssessmentSql() {}

    /** $4 is the unit; with a cursor $5 and $6 are where the page before ended. Newest first. */
    static String cases(Figure figure, boolean further, int most) {
        return "select c.number, c.subject, c.visibility, c.status, c.lead_unit, x.occurred_at, x.event_id, x.responded, x.solved,"
                + " x.satisfaction, x.on_time, x.stream_id, x.seq, x.type = 'CaseRated' from " + facts(figure.types())
                + " join case_file c on c.tenant_id = $1 and c.case_id = x.stream_id where x.unit = $4" + only(figure)
                + (further ? " and (x.occurred_at, x.event_id) < ($5, $6)" : "")
                + " order by x.occurred_at desc, x.event_id desc limit " + most;
    }

    /** The same as {@link Figure#counts}, which a test holds it to. */
    private static String only(Figure figure) {
        return switch (figure) {
            case DISPATCHED, RETURNED, FINISHED -> "";
            case ON_TIME -> " and x.on_time";
            case FOLLOWED_UP -> " and x.reached";
            case RESPONDED -> " and x.reached and x.responded";
            case SOLVED -> " and x.reached and x.solved";
            case ANSWERED -> " and (x.reached or x.type = 'CaseRated')";
            case SATISFIED -> " and (x.reached or x.type = 'CaseRated') and x.satisfaction in ('VERY_SATISFIED', 'SATISFIED', 'BASICALLY_SATISFIED')";
        };
    }

    /**
     * Events of these types as rows {@code x}, of tenant $1 from $2 to before $3, without what assessors left out: stream_id, seq, type, occurred_at,
     * event_id, unit, reached, responded, solved, satisfaction, on_time. Residents' own words are in place.
     */
    public static String facts(Set<String> types) {
        return FACTS.formatted(OWN_WORD, types.stream().sorted().map(type -> "'" + type + "'").collect(Collectors.joining(", ")));
    }
}
