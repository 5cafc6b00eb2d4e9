-- Written consultations with legal advisors (法律咨询). What is said is sealed; what is found by is codes.

create table legal_consultation (
    tenant_id text not null,
    consultation_id uuid not null,
    resident_id uuid not null,
    -- How the advisor sees who asks; null when they ask without a name.
    shown_name text,
    -- Login of the advisor who has it.
    advisor text not null,
    field text not null,
    region text not null,
    -- The township whose team takes over what is late; null where the region lies above townships.
    township text,
    title_sealed bytea not null,
    -- Blind indexes of the two parties' names, for conflicts of interest alone; the names themselves are not kept.
    client_digest bytea,
    other_digest bytea,
    conflict boolean not null default false,
    status text not null,
    -- The answer is late and the township's team may give it.
    escalated boolean not null default false,
    outcome text,
    -- Until when an answer is due; null while none is.
    due_at timestamptz,
    asked_at timestamptz not null,
    first_answered_at timestamptz,
    concluded_at timestamptz,
    rating text,
    ratings smallint not null default 0 check (ratings between 0 and 2),
    -- Of the case that it became (转为诉求).
    case_number text,
    version integer not null default 0,
    primary key (tenant_id, consultation_id),
    check ((status = 'ASKED') = (due_at is not null)),
    check ((status = 'CONCLUDED') = (outcome is not null))
);
create index legal_consultation_of_resident on legal_consultation (tenant_id, resident_id, asked_at desc, consultation_id desc);
create index legal_consultation_of_advisor on legal_consultation (tenant_id, advisor, asked_at desc, consultation_id desc);
create index legal_consultation_waiting on legal_consultation (tenant_id, advisor, due_at, consultation_id) where status = 'ASKED';
create index legal_consultation_late on legal_consultation (tenant_id, due_at, consultation_id) where status = 'ASKED' and escalated;
create index legal_consultation_due on legal_consultation (tenant_id, due_at) where status = 'ASKED' and not escalated;
create index legal_consultation_client on legal_consultation (tenant_id, advisor, client_digest) where client_digest is not null;
create index legal_consultation_other on legal_consultation (tenant_id, advisor, other_digest) where other_digest is not null;

create table legal_message (
    tenant_id text not null,
    consultation_id uuid not null,
    message_id uuid not null,
    -- Login of the advisor who wrote it; null when it was the person.
    advisor text,
    words_sealed bytea not null,
    at timestamptz not null,
    primary key (tenant_id, consultation_id, message_id),
    foreign key (tenant_id, consultation_id) references legal_consultation (tenant_id, consultation_id)
);

do $$
declare t text;
begin
  foreach t in array array['legal_consultation', 'legal_message'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_wall on %I
      using (tenant_id = nullif(current_setting('app.tenant', true), ''))
      with check (tenant_id = nullif(current_setting('app.tenant', true), ''))$p$, t);
  end loop;
end $$;

grant select, insert on legal_consultation to shiyu_app;
grant update (advisor, conflict, status, escalated, outcome, due_at, first_answered_at, concluded_at, rating, ratings, case_number, version)
  on legal_consultation to shiyu_app;
grant select, insert on legal_message to shiyu_app;
