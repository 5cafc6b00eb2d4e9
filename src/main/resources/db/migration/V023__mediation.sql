-- Mediation (调解): from choosing a mediator in the expert supermarket to follow-up. What is said and who the parties are is sealed;
-- what is found by is codes.

create table mediation (
    tenant_id text not null,
    mediation_id uuid not null,
    -- Category of the dispute, a shelf of the supermarket.
    shelf text not null,
    region text not null,
    title_sealed bytea not null,
    status text not null,
    -- How often the parties began to choose.
    round integer not null default 1,
    applicant_id uuid not null,
    -- Null until the other party opened the invitation.
    respondent_id uuid,
    -- Login of the mediator both agreed on; null while they choose.
    mediator text,
    -- The case and the consultation it came of (诉求, 法律咨询), or null.
    case_number text,
    consultation_id uuid,
    applied_at timestamptz not null,
    -- Until when whoever has to answer must: a party while choosing, the mediator once chosen; null otherwise.
    answer_due timestamptz,
    started_at timestamptz,
    -- When the mediation should be over; moves on by as long as it was paused.
    due_at timestamptz,
    paused_at timestamptz,
    ended_at timestamptz,
    -- 移交: to whom it is offered, and which parties have agreed.
    hand_to text,
    hand_applicant boolean not null default false,
    hand_respondent boolean not null default false,
    version integer not null default 0,
    primary key (tenant_id, mediation_id),
    check (applicant_id <> respondent_id),
    check (status not in ('MATCHED', 'MEDIATING', 'PAUSED', 'HANDING_OVER', 'AGREED', 'FULFILLED', 'BROKEN') or mediator is not null),
    check ((status = 'HANDING_OVER') = (hand_to is not null))
);
create index mediation_of_applicant on mediation (tenant_id, applicant_id, mediation_id desc);
create index mediation_of_respondent on mediation (tenant_id, respondent_id, mediation_id desc) where respondent_id is not null;
create index mediation_of_mediator on mediation (tenant_id, mediator, status, mediation_id desc) where mediator is not null;
create index mediation_of_case on mediation (tenant_id, case_number) where case_number is not null;
create unique index mediation_of_consultation on mediation (tenant_id, consultation_id) where consultation_id is not null;
create index mediation_waiting on mediation (tenant_id, answer_due) where answer_due is not null;

-- Who the two are and what each says it is about; sealed.
create table mediation_party (
    tenant_id text not null,
    mediation_id uuid not null,
    side text not null check (side in ('APPLICANT', 'RESPONDENT')),
    name_sealed bytea not null,
    phone_sealed bytea not null,
    -- What happened, as this side tells it; null until told.
    story_sealed bytea,
    -- What this side wants; null until told.
    claim_sealed bytea,
    rating text,
    ratings smallint not null default 0 check (ratings between 0 and 2),
    primary key (tenant_id, mediation_id, side),
    foreign key (tenant_id, mediation_id) references mediation (tenant_id, mediation_id)
);

-- Mediators proposed, in order; one round after the other.
create table mediation_choice (
    tenant_id text not null,
    mediation_id uuid not null,
    round integer not null,
    place smallint not null check (place between 1 and 3),
    side text not null,
    mediator text not null,
    primary key (tenant_id, mediation_id, round, place),
    unique (tenant_id, mediation_id, round, mediator),
    foreign key (tenant_id, mediation_id) references mediation (tenant_id, mediation_id)
);

-- The link by which the other party comes in.
create table mediation_invitation (
    tenant_id text not null,
    token_digest bytea not null,
    mediation_id uuid not null,
    token_sealed bytea not null,
    tries smallint not null default 0,
    used_at timestamptz,
    primary key (tenant_id, token_digest),
    unique (tenant_id, mediation_id),
    foreign key (tenant_id, mediation_id) references mediation (tenant_id, mediation_id)
);

-- What is said to each other, or by one side to the mediator alone (背靠背).
create table mediation_word (
    tenant_id text not null,
    mediation_id uuid not null,
    word_id uuid not null,
    -- APPLICANT, RESPONDENT or MEDIATOR
    author text not null,
    -- The one side that shares it with the mediator; null when it is for all.
    aside text,
    words_sealed bytea not null,
    at timestamptz not null,
    primary key (tenant_id, mediation_id, word_id),
    foreign key (tenant_id, mediation_id) references mediation (tenant_id, mediation_id)
);

create table mediation_evidence (
    tenant_id text not null,
    mediation_id uuid not null,
    evidence_id uuid not null,
    side text not null,
    -- What it is, and what it is to show.
    name_sealed bytea not null,
    shows_sealed bytea not null,
    at timestamptz not null,
    withdrawn_at timestamptz,
    primary key (tenant_id, evidence_id),
    foreign key (tenant_id, mediation_id) references mediation (tenant_id, mediation_id)
);
create index mediation_evidence_of on mediation_evidence (tenant_id, mediation_id, evidence_id);

create table mediation_session (
    tenant_id text not null,
    mediation_id uuid not null,
    session_id uuid not null,
    -- The mediator's time, kept in the booking core; null when it was held on the spot.
    booking_id uuid,
    way text not null,
    place_sealed bytea not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    status text not null,
    applicant_comes boolean,
    respondent_comes boolean,
    minutes_sealed bytea,
    minutes_at timestamptz,
    primary key (tenant_id, session_id),
    foreign key (tenant_id, mediation_id) references mediation (tenant_id, mediation_id),
    check ((status = 'HELD') = (minutes_sealed is not null))
);
create index mediation_session_of on mediation_session (tenant_id, mediation_id, starts_at);

-- Who had it from when to when, and why it went on: three kinds of mediation, one dossier.
create table mediation_assignment (
    tenant_id text not null,
    mediation_id uuid not null,
    assignment_id uuid not null,
    mediator text not null,
    body text not null,
    kind text not null,
    taken_at timestamptz not null,
    left_at timestamptz,
    why text,
    words_sealed bytea,
    primary key (tenant_id, assignment_id),
    foreign key (tenant_id, mediation_id) references mediation (tenant_id, mediation_id)
);
create index mediation_assignment_of on mediation_assignment (tenant_id, mediation_id, assignment_id);

create table mediation_follow_up (
    tenant_id text not null,
    mediation_id uuid not null,
    follow_up_id uuid not null,
    -- Whether what was agreed is being kept, as the parties say.
    kept boolean not null,
    words_sealed bytea not null,
    at timestamptz not null,
    primary key (tenant_id, mediation_id, follow_up_id),
    foreign key (tenant_id, mediation_id) references mediation (tenant_id, mediation_id)
);

-- A mediator's record, counted with each end and each rating: what the cards of the supermarket show.
create table mediator_record (
    tenant_id text not null,
    login text not null,
    ended integer not null default 0,
    agreed integer not null default 0,
    ratings integer not null default 0,
    -- 5 for the best of five levels, 1 for the worst.
    stars integer not null default 0,
    photo_id uuid,
    primary key (tenant_id, login),
    check (agreed <= ended)
);

do $$
declare t text;
begin
  foreach t in array array['mediation', 'mediation_party', 'mediation_choice', 'mediation_invitation', 'mediation_word',
      'mediation_evidence', 'mediation_session', 'mediation_assignment', 'mediation_follow_up', 'mediator_record'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_wall on %I
      using (tenant_id = nullif(current_setting('app.tenant', true), ''))
      with check (tenant_id = nullif(current_setting('app.tenant', true), ''))$p$, t);
    execute format('grant select, insert on %I to shiyu_app', t);
  end loop;
end $$;

grant update (status, round, respondent_id, mediator, answer_due, started_at, due_at, paused_at, ended_at, hand_to, hand_applicant,
  hand_respondent, version) on mediation to shiyu_app;
grant update (name_sealed, phone_sealed, story_sealed, claim_sealed, rating, ratings) on mediation_party to shiyu_app;
grant update (tries, used_at, token_digest, token_sealed) on mediation_invitation to shiyu_app;
grant update (withdrawn_at) on mediation_evidence to shiyu_app;
grant update (status, starts_at, ends_at, applicant_comes, respondent_comes, minutes_sealed, minutes_at) on mediation_session to shiyu_app;
grant update (left_at, why, words_sealed) on mediation_assignment to shiyu_app;
grant update (ended, agreed, ratings, stars, photo_id) on mediator_record to shiyu_app;
