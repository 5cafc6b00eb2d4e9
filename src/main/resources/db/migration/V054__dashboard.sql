-- What happened in a city day by day, so that a page over three months reads sums and not events. May be thrown away: the sweep counts
-- it again from the log.
create table dashboard_day (
    tenant_id text not null,
    -- Asia/Shanghai.
    day date not null,
    -- Code of the township; the region's own where a case belongs to none.
    township text collate "C" not null,
    -- First word of the category's code; empty while nobody has classified it.
    topic text collate "C" not null,
    submitted integer not null,
    finished integer not null,
    on_time integer not null,
    answered integer not null,
    content integer not null,
    basically integer not null,
    low integer not null,
    primary key (tenant_id, day, township, topic)
);

-- When each day was last counted: a day changes while cases are classified anew and residents rate late.
create table dashboard_counted (
    tenant_id text not null,
    day date not null,
    counted_at timestamptz not null,
    primary key (tenant_id, day)
);
create index dashboard_counted_longest_ago on dashboard_counted (tenant_id, counted_at);

do $$
declare t text;
begin
  foreach t in array array['dashboard_day', 'dashboard_counted'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_wall on %I
      using (tenant_id = nullif(current_setting('app.tenant', true), ''))
      with check (tenant_id = nullif(current_setting('app.tenant', true), ''))$p$, t);
    execute format('grant select, insert, update, delete on %I to shiyu_app', t);
  end loop;
end $$;

-- The list behind a day, a topic or a township, newest first; and the day's own count.
create index case_by_submission on case_file (tenant_id, submitted_at desc, case_id desc) include (region_code, category_code);
