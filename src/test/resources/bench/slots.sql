-- Times are written HH24.MI: pgbench would take :MI for a variable of its own.
-- What the application sends for one advisor's free times (cn.shiyu.booking.SlotQueries.free), in two transactions. The first statement is
-- the benchmark's own: it draws an advisor, as the load generator does.
\set n random(1, 50000)
select /* alone */ bookable_id as b from bench_place where n = :n \gset
begin;
select set_config('app.tenant', 'jieshou', true);
select /* alone */ bookable_id, code, kind, name, place, unit_code, region_code, login, capacity, active, version from bookable where tenant_id = 'jieshou' and bookable_id = cast(:b as uuid);
commit;
begin;
select set_config('app.tenant', 'jieshou', true);
select /* alone */ bookable_id, weekday, to_char(from_time, 'HH24.MI'), to_char(to_time, 'HH24.MI'), on_holidays from rota_pattern where tenant_id = 'jieshou' and bookable_id = any(array[cast(:b as uuid)]) order by weekday, from_time;
select /* alone */ bookable_id, exception_id, to_char(day, 'YYYY-MM-DD'), to_char(from_time, 'HH24.MI'), to_char(to_time, 'HH24.MI'), extra, reason from rota_exception where tenant_id = 'jieshou' and bookable_id = any(array[cast(:b as uuid)]) and day >= current_date order by day, from_time;
select /* alone */ bookable_id, booking_id, lane, starts_at, upper(taken) from booking where tenant_id = 'jieshou' and bookable_id = any(array[cast(:b as uuid)]) and starts_at > now() - interval '24 hours' and starts_at < now() + interval '15 days' and status in ('HELD', 'CONFIRMED', 'CHECKED_IN', 'SERVING') and (held_until is null or held_until > now());
commit;
