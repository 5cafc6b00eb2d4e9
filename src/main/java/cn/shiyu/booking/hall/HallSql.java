package cn.shiyu.booking.hall;

/** The statements of halls. $1 city, $2 bookable, $3 day. */
final class HallSql {

    static final String NUMBER =
            """
            insert into hall_day (tenant_id, bookable_id, day, last) values ($1, $2, $3, 1)
            on conflict (tenant_id, bookable_id, day) do update set last = hall_day.last + 1 returning last
            """;

    static final String LOCK = "select last from hall_day where tenant_id = $1 and bookable_id = $2 and day = $3 for update";

    static final String ADD =
            """
            insert into hall_ticket (tenant_id, ticket_id, bookable_id, day, number, booking_id, status, turn_at, taken_at)
            values ($1, $2, $3, $4, $5, $6, 'WAITING', $7, $8)
            """;

    static final String TICKET =
            """
            select t.ticket_id, t.number, t.status, t.turn_at, cast(t.window_no as integer), t.calls, t.booking_id, k.shown_name
            from hall_ticket t join booking k on k.tenant_id = t.tenant_id and k.booking_id = t.booking_id
            where t.tenant_id = $1 and t.bookable_id = $2 and t.day = $3""";

    static final String ONE = TICKET + " and t.ticket_id = $4";

    static final String NEXT = TICKET + " and t.status = 'WAITING' order by t.turn_at, t.number limit 1";

    static final String LINE = TICKET + " and t.status = 'WAITING' order by t.turn_at, t.number limit $4";

    static final String AT_WINDOWS = TICKET + " and t.status = 'CALLED' order by t.window_no";

    static final String SKIPPED = TICKET + " and t.status = 'SKIPPED' order by t.number desc limit $4";

    static final String MOVE =
            """
            update hall_ticket set status = $3, window_no = $4, calls = $5, called_at = $6 where tenant_id = $1 and ticket_id = $2
            """;

    static final String WAITING =
            """
            select cast(count(*) as integer) from hall_ticket
            where tenant_id = $1 and bookable_id = $2 and day = $3 and status = 'WAITING'
            """;

    static final String PROGRESS =
            """
            select t.status, cast(t.window_no as integer), cast((
              select count(*) from hall_ticket a where a.tenant_id = $1 and a.bookable_id = $2 and a.day = $3 and a.status = 'WAITING'
                and (a.turn_at, a.number) < (t.turn_at, t.number)) as integer)
            from hall_ticket t where t.tenant_id = $1 and t.bookable_id = $2 and t.day = $3 and t.number = $4
            """;

    /** $1 city, $2 booking. */
    static final String OF_BOOKING =
            """
            select t.status, cast(t.window_no as integer), cast((
              select count(*) from hall_ticket a where a.tenant_id = t.tenant_id and a.bookable_id = t.bookable_id and a.day = t.day
                and a.status = 'WAITING' and (a.turn_at, a.number) < (t.turn_at, t.number)) as integer), t.number
            from hall_ticket t where t.tenant_id = $1 and t.booking_id = $2
            """;

    private HallSql() {}
}
