-- Clocks (时限): several on one subject, each with the rule it was started by copied into it. Stretches and extensions are
-- appended, so that figures of the past stay what they were when rules change. What falls due is a row with a time.

create table clock (
  tenant_id    text             not null,
  clock_id     uuid             not null,
  subject_type text             not null,
  subject_id   uuid             not null,
  kind         text             not null,
  amount       integer          not null check (amount > 0),
  unit         text             not null,
  warn_share   double precision not null check (warn_share > 0 and warn_share <= 1),
  rule_source  text             not null,
  rule_text    text             not null,
  started_at   timestamptz      not null,
  due_at       timestamptz      not null check (due_at > started_at),
  warn_at      timestamptz      not null check (warn_at between started_at and due_at),
  -- The end rests on a year whose holidays were not announced when it was reckoned.
  provisional  boolean          not null,
  -- When it was reckoned again because they had been.
  recounted_at timestamptz,
  state        text             not null check (state in ('RUNNING', 'PAUSED', 'STOPPED')),
  stopped_at   timestamptz,
  outcome      text             check (outcome in ('MET', 'MISSED', 'LAPSED')),
  version      integer          not null,
  primary key (tenant_id, clock_id),
  check ((state = 'STOPPED') = (stopped_at is not null)),
  check ((state = 'STOPPED') = (outcome is not null))
);

create index clock_of_subject on clock (tenant_id, subject_type, subject_id);
create index clock_provisional on clock (tenant_id) where provisional and state <> 'STOPPED';
create unique index clock_one_open_of_a_kind on clock (tenant_id, subject_type, subject_id, kind) where state <> 'STOPPED';

create table clock_interval (
  tenant_id text        not null,
  clock_id  uuid        not null,
  seq       integer     not null check (seq > 0),
  from_at   timestamptz not null,
  to_at     timestamptz check (to_at >= from_at),
  running   boolean     not null,
  reason    text,
  -- By how much a pause moved the end: days or seconds, as the clock's unit has it.
  counted   bigint      not null default 0 check (counted >= 0),
  primary key (tenant_id, clock_id, seq),
  foreign key (tenant_id, clock_id) references clock,
  check (running = (reason is null))
);

create table clock_extension (
  tenant_id  text        not null,
  clock_id   uuid        not null,
  seq        integer     not null check (seq > 0),
  amount     integer     not null check (amount > 0),
  reason     text        not null,
  granted_at timestamptz not null,
  primary key (tenant_id, clock_id, seq),
  foreign key (tenant_id, clock_id) references clock
);

create table deadline (
  tenant_id   text        not null,
  deadline_id uuid        not null,
  clock_id    uuid        not null,
  kind        text        not null check (kind in ('WARN', 'BREACH')),
  due_at      timestamptz not null,
  -- When to look next: the due time, later after a listener has failed.
  try_at      timestamptz not null,
  failures    integer     not null default 0,
  fired_at    timestamptz,
  primary key (tenant_id, deadline_id),
  unique (tenant_id, clock_id, kind, due_at),
  foreign key (tenant_id, clock_id) references clock
);

create index deadline_to_fire on deadline (tenant_id, try_at) where fired_at is null;

alter table clock enable row level security;
alter table clock force row level security;
create policy tenant_wall on clock
  using (tenant_id = nullif(current_setting('app.tenant', true), ''))
  with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
-- The rule and the start are out of reach: a later change of rules cannot rewrite what ran before.
grant select, insert, update (due_at, warn_at, provisional, recounted_at, state, stopped_at, outcome, version) on clock
  to shiyu_app;

alter table clock_interval enable row level security;
alter table clock_interval force row level security;
create policy tenant_wall on clock_interval
  using (tenant_id = nullif(current_setting('app.tenant', true), ''))
  with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
-- A stretch is closed once; a closed one cannot be touched again.
create policy closed_is_closed on clock_interval as restrictive for update using (to_at is null) with check (true);
grant select, insert, update (to_at, counted) on clock_interval to shiyu_app;

alter table clock_extension enable row level security;
alter table clock_extension force row level security;
create policy tenant_wall on clock_extension
  using (tenant_id = nullif(current_setting('app.tenant', true), ''))
  with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert on clock_extension to shiyu_app;

alter table deadline enable row level security;
alter table deadline force row level security;
create policy tenant_wall on deadline
  using (tenant_id = nullif(current_setting('app.tenant', true), ''))
  with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update (try_at, failures, fired_at), delete on deadline to shiyu_app;
