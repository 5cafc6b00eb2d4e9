package cn.shiyu.rig;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What the tables say about agendas, reckoned by PostgreSQL alone with ranges: none of the application's code is in it. */
final class AgendaTruth {

    private static final String TAKING = "('HELD', 'CONFIRMED', 'CHECKED_IN', 'SERVING')";

    /** When the bookable is there on each of the days that can be booked, local time. */
    private static final String OPEN = """
            with day as (select cast(d as date) as d from generate_series(
                date_trunc('day', now() at time zone 'Asia/Shanghai'), date_trunc('day', now() at time zone 'Asia/Shanghai') + interval '14 days',
                interval '1 day') d),
            hours as (
              select d, tsrange(d + from_time, d + to_time) as r from day join rota_pattern on weekday = extract(isodow from d)
                where bookable_id = ?
              union all select d, tsrange(d + from_time, d + to_time) from day join rota_exception on day = d where bookable_id = ? and extra),
            away as (select d, range_agg(tsrange(d + from_time, d + to_time)) as r from day join rota_exception on day = d
                where bookable_id = ? and not extra group by d),
            open as (select d, range_agg(hours.r) - coalesce((select r from away where away.d = hours.d), '{}'::tsmultirange) as r
                from hours group by d)""";

    /** Half an hour each and a pause of ten minutes, from the beginning of each stretch. */
    private static final String FREE = OPEN + """
            , start as (select generate_series(lower(s), upper(s) - interval '30 minutes', interval '40 minutes') at time zone 'Asia/Shanghai'
                as at from open, unnest(r) s),
            room as (select at, (select capacity from bookable where bookable_id = ?) - (select count(distinct lane) from booking
                where bookable_id = ? and status in %s and taken && tstzrange(at, at + interval '40 minutes')) as room
              from start where at > now())
            select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ' ' || room from room where room > 0""".formatted(TAKING);

    private static final String HOMELESS = OPEN + """
             select booking_id from booking where bookable_id = ? and status in ('HELD', 'CONFIRMED') and starts_at > now()
            and not exists (select 1 from open where r @> tsrange(starts_at at time zone 'Asia/Shanghai', ends_at at time zone 'Asia/Shanghai'))
            """;

    private final Rig rig;

    AgendaTruth(Rig rig) {
        this.rig = rig;
    }

    /** Pairs on one lane at one time. */
    List<String> overlaps(UUID[] bookables) {
        return ask("select a.booking_id from booking a join booking b on a.bookable_id = b.bookable_id and a.lane = b.lane"
                + " and a.booking_id < b.booking_id and a.taken && b.taken where a.bookable_id = any(?) and a.status in " + TAKING
                + " and b.status in " + TAKING, (Object) bookables);
    }

    /** Who was offered a place before somebody ahead who waited then: everybody waits for any day. */
    List<String> passed(UUID[] bookables) {
        return ask("select behind.entry_id from wait_entry ahead join wait_entry behind on behind.bookable_id = ahead.bookable_id"
                + " and behind.place_in_line > ahead.place_in_line where ahead.bookable_id = any(?) and behind.offered_at is not null"
                + " and (ahead.offered_at > behind.offered_at or (ahead.offered_at is null and ahead.status = 'WAITING'))",
                (Object) bookables);
    }

    /** Bookings at times when the bookable is not there. */
    List<String> homeless(UUID it) {
        return ask(HOMELESS, it, it, it, it);
    }

    /** Places that are neither taken nor offered, or offered and not there; and who waits although something is free. What is nearly too late to book is left out. */
    List<String> lost(UUID it, JsonNode offered) {
        String soon = ask("select to_char((now() + interval '125 minutes') at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')").get(0);
        Set<String> there = new TreeSet<>(ask(FREE, it, it, it, it, it));
        Set<String> shown = new TreeSet<>();
        offered.forEach(slot -> shown.add(slot.path("start").asText() + " " + slot.path("left").asInt()));
        List<String> wrong = new ArrayList<>();
        there.stream().filter(slot -> slot.compareTo(soon) > 0 && !shown.contains(slot)).forEach(slot -> wrong.add("not offered: " + slot));
        shown.stream().filter(slot -> slot.compareTo(soon) > 0 && !there.contains(slot)).forEach(slot -> wrong.add("not there: " + slot));
        if (!offered.isEmpty()) {
            ask("select entry_id from wait_entry where bookable_id = ? and status = 'WAITING'", it)
                    .forEach(entry -> wrong.add("waits for what is free: " + entry));
        }
        return wrong;
    }

    void run(String sql, Object... values) {
        try (Connection superuser = rig.servers().asSuperuser();
                PreparedStatement statement = prepared(superuser, sql, values)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> ask(String sql, Object... values) {
        try (Connection superuser = rig.servers().asSuperuser();
                PreparedStatement statement = prepared(superuser, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
