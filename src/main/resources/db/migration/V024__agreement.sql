-- Agreements (调解协议书): the text, who signs, what each owes, judicial confirmation. Words are sealed; once in force a text never changes.

create table agreement (
    tenant_id text not null,
    agreement_id uuid not null,
    -- What it came of: mediation + its id.
    subject_type text not null,
    subject_id uuid not null,
    -- PEOPLE, ADMINISTRATIVE or JUDICIAL; says what the paper is called.
    kind text not null,
    -- Template by which it was begun.
    template text not null,
    -- Login of who writes it.
    mediator text not null,
    mediator_name text not null,
    body_name text not null,
    status text not null,
    facts_sealed bytea not null,
    terms_sealed bytea not null,
    drafted_at timestamptz not null,
    proposed_at timestamptz,
    in_force_at timestamptz,
    ended_at timestamptz,
    -- The paper as it was frozen, sealed; its digests are in the event log too.
    paper_sealed bytea,
    paper_sm3 bytea,
    paper_sha256 bytea,
    -- 司法确认: NONE, READY once both want it, SUBMITTED, CONFIRMED, REFUSED, LAPSED after thirty days.
    confirmation text not null default 'NONE',
    confirm_due timestamptz,
    confirm_reminders smallint not null default 0,
    court text,
    ruling text,
    version integer not null default 0,
    primary key (tenant_id, agreement_id),
    check ((in_force_at is not null) = (paper_sm3 is not null)),
    check (status not in ('IN_FORCE', 'FULFILLED', 'BROKEN') or in_force_at is not null)
);
-- One that is not given up for each thing it may come of.
create unique index agreement_of_subject on agreement (tenant_id, subject_type, subject_id) where status <> 'ABANDONED';
create index agreement_by_subject on agreement (tenant_id, subject_type, subject_id, agreement_id);
create index agreement_to_confirm on agreement (tenant_id, confirm_due) where confirmation in ('NONE', 'READY') and confirm_due is not null;
create index agreement_by_sm3 on agreement (tenant_id, paper_sm3) where paper_sm3 is not null;

create table agreement_party (
    tenant_id text not null,
    agreement_id uuid not null,
    side text not null check (side in ('APPLICANT', 'RESPONDENT')),
    resident_id uuid not null,
    name_sealed bytea not null,
    phone_sealed bytea not null,
    -- 一次性验证码: only its digest.
    code_digest bytea,
    code_until timestamptz,
    code_tries smallint not null default 0,
    signature_sealed bytea,
    signed_at timestamptz,
    wants_confirmation boolean not null default false,
    primary key (tenant_id, agreement_id, side),
    foreign key (tenant_id, agreement_id) references agreement (tenant_id, agreement_id)
);
create index agreement_party_of on agreement_party (tenant_id, resident_id, agreement_id desc);

create table agreement_duty (
    tenant_id text not null,
    agreement_id uuid not null,
    place smallint not null,
    -- Who owes it; the other side is whom it is owed to.
    debtor text not null check (debtor in ('APPLICANT', 'RESPONDENT')),
    words_sealed bytea not null,
    -- In fen; null for what is no money.
    fen bigint check (fen > 0),
    due_on date not null,
    -- OPEN, REPORTED by the debtor, DONE once the creditor says so.
    state text not null default 'OPEN',
    reported_at timestamptz,
    done_at timestamptz,
    -- Until when nobody has to be told again: the day before, then when it is late.
    remind_at timestamptz,
    primary key (tenant_id, agreement_id, place),
    foreign key (tenant_id, agreement_id) references agreement (tenant_id, agreement_id)
);
create index agreement_duty_to_remind on agreement_duty (tenant_id, remind_at) where remind_at is not null;

do $$
declare t text;
begin
  foreach t in array array['agreement', 'agreement_party', 'agreement_duty'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_wall on %I
      using (tenant_id = nullif(current_setting('app.tenant', true), ''))
      with check (tenant_id = nullif(current_setting('app.tenant', true), ''))$p$, t);
    execute format('grant select, insert on %I to shiyu_app', t);
  end loop;
end $$;

grant update (status, facts_sealed, terms_sealed, proposed_at, in_force_at, ended_at, paper_sealed, paper_sm3, paper_sha256, confirmation,
  confirm_due, confirm_reminders, court, ruling, version) on agreement to shiyu_app;
grant update (code_digest, code_until, code_tries, signature_sealed, signed_at, wants_confirmation) on agreement_party to shiyu_app;
grant update (state, reported_at, done_at, remind_at) on agreement_duty to shiyu_app;
grant delete on agreement_duty to shiyu_app;
