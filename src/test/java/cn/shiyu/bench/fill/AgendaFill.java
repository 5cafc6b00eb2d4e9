package cn.shiyu.bench.fill;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * Fills 界首 with people to be booked and with their bookings: some three months of kept ones, and half of what the next two weeks have. Made by
 * PostgreSQL itself; the constraints look at every row, as they do in life.
 */
public final class AgendaFill {

    /** Fifteen places a day, from eight in the morning; each half an hour and ten minutes' pause. */
    private static final String PLACES = """
            create table bench_all as
            select b.bookable_id, d, (date_trunc('day', now() at time zone 'Asia/Shanghai') + d * interval '1 day' + interval '8 hours'
              + k * interval '40 minutes') at time zone 'Asia/Shanghai' as at, random() as lot
            from bookable b, generate_series(-%d, 13) d, generate_series(0, 14) k where b.code like 'bench-%%'""";

    /** Their ids follow from their number, so that pgbench can draw one without looking for it. */
    private static final String BOOKINGS = """
            insert into booking (tenant_id, booking_id, bookable_id, service, mode, lane, taken, starts_at, ends_at, status, resident_id, shown_name,
              created_at)
            select 'jieshou', cast(md5('booking ' || row_number() over (order by bookable_id, at)) as uuid), bookable_id, 'legal-talk', 'IN_PERSON', 1, tstzrange(at, at + interval '40 minutes'), at,
              at + interval '30 minutes', case when d < 0 then 'DONE' else 'CONFIRMED' end, gen_random_uuid(), '居民', now() - interval '1 day'
            from bench_all where d < 0 and lot < 0.66 or d >= 0 and lot < 0.5 order by bookable_id, at""";

    /** What is free and not too near or far to be booked, in no order. */
    private static final String FREE = """
            create table bench_place as select row_number() over (order by random()) as n, bookable_id, at
            from bench_all where d between 1 and 13 and lot >= 0.5""";

    private final String jdbc;
    private final Properties superuser;

    public AgendaFill(String jdbc, Properties superuser) {
        this.jdbc = jdbc;
        this.superuser = superuser;
    }

    /** @return seconds it took */
    public long fill(int bookables, int bookings) {
        long start = System.nanoTime();
        int days = Math.max(1, (int) Math.round((bookings / (double) bookables - 14 * 15 * 0.5) / (15 * 0.66)));
        try (Connection connection = DriverManager.getConnection(jdbc, superuser);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into bookable (tenant_id, bookable_id, code, kind, name, place, unit_code, capacity)"
                    + " select 'jieshou', gen_random_uuid(), 'bench-' || n, 'LEGAL_ADVISOR', '法律顾问' || n, '法律服务室', 'C341282000000', 1"
                    + " from generate_series(1, " + bookables + ") n");
            statement.execute("insert into rota_pattern (tenant_id, bookable_id, pattern_id, weekday, from_time, to_time, on_holidays)"
                    + " select 'jieshou', bookable_id, gen_random_uuid(), day, '08:00', '18:00', true from bookable, generate_series(1, 7) day"
                    + " where code like 'bench-%'");
            statement.execute(PLACES.formatted(days));
            statement.execute(BOOKINGS);
            statement.execute(FREE);
            statement.execute("alter table bench_place add primary key (n)");
            statement.execute("drop table bench_all");
            // The load generator takes places from the front, pgbench from the middle on: nobody wants what another has.
            statement.execute("create sequence bench_place_n");
            statement.execute("select setval('bench_place_n', (select count(*) / 2 from bench_place))");
            statement.execute("grant select on bench_place to shiyu_app");
            statement.execute("grant usage on bench_place_n to shiyu_app");
            statement.execute("vacuum (freeze, analyze)");
            statement.execute("checkpoint");
        } catch (SQLException e) {
            throw new IllegalStateException("the agendas could not be filled", e);
        }
        return (System.nanoTime() - start) / 1_000_000_000L;
    }
}
