-- Lists stay as fast at ten million cases as at ten thousand: what is open is few, whatever lies in the past, and what is over is
-- read from its newest end.

-- By state only what is open: a step then touches small indexes that stay in memory, and a closed case leaves them.
drop index case_of_centre;
drop index case_of_lead;
create index case_open_by_state_of_centre on case_file (tenant_id, centre_unit, status, due_at, case_id) where closed_at is null;
create index case_open_by_state_of_lead on case_file (tenant_id, lead_unit, status, due_at, case_id) where closed_at is null;

-- What is over, newest first.
create index case_over_of_centre on case_file (tenant_id, centre_unit, closed_at desc, case_id desc) where closed_at is not null;
create index case_over_of_lead on case_file (tenant_id, lead_unit, closed_at desc, case_id desc) where closed_at is not null;
create index case_over_of_city on case_file (tenant_id, closed_at desc, case_id desc) where closed_at is not null;

-- The board of one topic or one kind, without reading past the others.
create index case_on_board_of_topic on case_file (tenant_id, category_code, published_at desc, case_id desc)
    where published_at is not null;
create index case_on_board_of_kind on case_file (tenant_id, kind, published_at desc, case_id desc) where published_at is not null;

-- Rows that are written again and again find room on their own page, so that no index hears of it (HOT).
alter table stream_head set (fillfactor = 70);
alter table idempotency_key set (fillfactor = 80);
alter table case_number set (fillfactor = 10);
alter table clock_interval set (fillfactor = 80);

-- The number of a case from its day's counter, as cn.shiyu.casework.CaseNumber makes it: here so that the counter, whose row
-- everybody waits for, and the case are one statement. ISO 7064 MOD 11,10; letters count by their place in the alphabet.
create function case_number_of(short_code text, day date, serial integer) returns text language plpgsql immutable strict as $$
declare
  body constant text := short_code || to_char(day, 'YYYYMMDD') || lpad(serial::text, greatest(6, length(serial::text)), '0');
  product integer := 10;
  sum integer;
  c text;
begin
  foreach c in array string_to_array(body, null) loop
    sum := (product + case when c between '0' and '9' then c::integer else (ascii(c) - 65) % 10 end) % 10;
    product := (case when sum = 0 then 10 else sum end) * 2 % 11;
  end loop;
  return body || ((11 - product) % 10);
end $$;
