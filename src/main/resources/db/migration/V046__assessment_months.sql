-- Months of assessment that are sealed: what was counted, by which version of the index system, and what came of it. Nothing here is ever
-- changed or deleted: the application may add and read.

create table assessment_month (
    tenant_id text not null,
    -- m2026-07, as the city counts months.
    month text not null,
    starts date not null,
    -- Exclusive.
    ends date not null,
    -- From when on the day before a day counted; midnight for plain days. Asia/Shanghai.
    day_begins time not null,
    index_version text not null,
    -- The whole version, canonical: the tenant file may change, this month does not.
    index_text text not null,
    -- Events counted, and of these the ones that happened in the month before and came in after it was sealed.
    events bigint not null check (events >= 0),
    late bigint not null check (late >= 0),
    sealed_at timestamptz not null,
    -- SHA-256 over the version, each unit's evidence and each unit's result, in order.
    hash bytea not null,
    primary key (tenant_id, month),
    constraint assessment_month_starts unique (tenant_id, starts),
    check (starts < ends)
);

-- Which events were counted for a unit, day by day of when they happened, and what they came to. A day before the month's first: they
-- came in after the month before was sealed.
create table assessment_evidence (
    tenant_id text not null,
    month text not null,
    day date not null,
    unit text not null,
    -- Keys of events, in their order; the two arrays belong together.
    streams uuid[] not null,
    seqs integer[] not null,
    -- In the order of cn.shiyu.assessment.index.Counts.
    numbers bigint[] not null,
    -- SHA-256 over the events' own hashes in this order.
    digest bytea not null,
    primary key (tenant_id, month, day, unit),
    foreign key (tenant_id, month) references assessment_month (tenant_id, month) deferrable initially deferred,
    check (cardinality(streams) = cardinality(seqs)),
    check (cardinality(numbers) = 12)
);

create table assessment_result (
    tenant_id text not null,
    month text not null,
    -- In the order of the bulletin: groups as the version lists them, best first.
    position integer not null check (position > 0),
    unit text not null,
    -- Canonical JSON of the unit's score, to the digits that are sealed.
    result text not null,
    primary key (tenant_id, month, position),
    constraint assessment_result_unit unique (tenant_id, month, unit),
    foreign key (tenant_id, month) references assessment_month (tenant_id, month) deferrable initially deferred
);

do $$
declare t text;
begin
  foreach t in array array['assessment_month', 'assessment_evidence', 'assessment_result'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_wall on %I
      using (tenant_id = nullif(current_setting('app.tenant', true), ''))
      with check (tenant_id = nullif(current_setting('app.tenant', true), ''))$p$, t);
    execute format('grant select, insert on %I to shiyu_app', t);
  end loop;
end $$;
