-- 剔除申报: a unit asks that an event of its own be left out of its figures; the city's assessors decide.

create table assessment_exclusion (
    tenant_id text not null,
    exclusion_id uuid not null,
    unit text not null,
    -- The event: of the log's own key, with what a list shows of it.
    stream_id uuid not null,
    seq integer not null,
    type text not null,
    occurred_at timestamptz not null,
    case_number text not null,
    reason text not null check (reason in ('FORCE_MAJEURE', 'WRONG_DISPATCH', 'DUPLICATE', 'MALICIOUS', 'OTHER')),
    words_sealed bytea not null,
    -- docs/exclusion-states.md
    state text not null default 'OPEN' check (state in ('OPEN', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
    applied_by text not null,
    applied_name text not null,
    applied_at timestamptz not null,
    decided_name text,
    decided_at timestamptz,
    decision_sealed bytea,
    primary key (tenant_id, exclusion_id),
    check ((state = 'OPEN') = (decided_at is null)),
    check ((decided_at is null) = (decided_name is null))
);
-- One application an event: what was decided is decided.
create unique index assessment_exclusion_of on assessment_exclusion (tenant_id, stream_id, seq) where state <> 'WITHDRAWN';
create index assessment_exclusion_all on assessment_exclusion (tenant_id, exclusion_id desc);
create index assessment_exclusion_state on assessment_exclusion (tenant_id, state, exclusion_id desc);
create index assessment_exclusion_unit on assessment_exclusion (tenant_id, unit, exclusion_id desc);

alter table assessment_exclusion enable row level security;
alter table assessment_exclusion force row level security;
create policy tenant_wall on assessment_exclusion
  using (tenant_id = nullif(current_setting('app.tenant', true), ''))
  with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert on assessment_exclusion to shiyu_app;
grant update (state, decided_name, decided_at, decision_sealed) on assessment_exclusion to shiyu_app;
