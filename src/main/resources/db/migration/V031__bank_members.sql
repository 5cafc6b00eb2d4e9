-- Members of the moral bank, its rules, what they were given for, and the budgets it comes from. The books themselves: V030.

-- Who joined, by choice. Leaving removes the row: the account stays in the books and knows nobody.
create table bank_member (
    tenant_id text not null,
    resident_id uuid not null,
    account_id uuid not null,
    -- Township or community they said they live in: where their budgets are looked for.
    region text not null,
    -- How they want to be called.
    name_sealed bytea not null,
    -- Which text they agreed to.
    consent smallint not null,
    joined_at timestamptz not null,
    primary key (tenant_id, resident_id),
    constraint bank_member_account unique (tenant_id, account_id)
);

-- The city's rules as they once were; each version is in force from its day until the next one's.
create table bank_rules (
    tenant_id text not null,
    version integer not null check (version > 0),
    effective_from date not null,
    -- JSON of award.BankTerms.
    terms text not null,
    made_by text not null,
    made_at timestamptz not null,
    primary key (tenant_id, version)
);
create index bank_rules_of_day on bank_rules (tenant_id, effective_from desc, version desc);

-- Rules the clerk thinks of: tried on what was given lately, then put into effect as a version, or dropped.
create table bank_rules_draft (
    tenant_id text not null,
    draft_id uuid not null,
    terms text not null,
    -- OPEN, then EFFECTIVE or DROPPED.
    state text not null default 'OPEN' check (state in ('OPEN', 'EFFECTIVE', 'DROPPED')),
    -- The version it became.
    version integer,
    made_by text not null,
    made_at timestamptz not null,
    -- The simulation: NONE, ASKED, RUNNING, DONE, FAILED; over what was earned from one day to another.
    sim_state text not null default 'NONE' check (sim_state in ('NONE', 'ASKED', 'RUNNING', 'DONE', 'FAILED')),
    sim_from date,
    sim_to date,
    sim_done bigint not null default 0,
    sim_total bigint not null default 0,
    -- When it last went on; whoever finds it still for long takes it over.
    sim_at timestamptz,
    -- JSON of award.Simulated.
    sim_result text,
    primary key (tenant_id, draft_id),
    check ((state = 'EFFECTIVE') = (version is not null)),
    check ((sim_state = 'DONE') = (sim_result is not null))
);
create index bank_rules_draft_to_simulate on bank_rules_draft (tenant_id, sim_at) where sim_state in ('ASKED', 'RUNNING');

-- What a member earned and what of it was given. No resident's id: leaving leaves nothing to erase here.
create table bank_award (
    tenant_id text not null,
    award_id uuid not null,
    account_id uuid not null,
    kind text not null,
    -- Minutes of time, else how many.
    quantity bigint not null check (quantity > 0),
    -- The day it was earned on, city's zone; caps count by it.
    earned_on date not null,
    -- The day of the books.
    given_on date not null,
    base bigint not null check (base >= 0),
    granted bigint not null check (granted between 0 and base),
    -- Which cap cut it: day, month, total.
    capped text,
    -- Account of the budget, null where nothing was given.
    budget uuid,
    transfer_id uuid,
    rules integer not null,
    source_type text not null,
    source_id text not null,
    given_at timestamptz not null,
    revoked_on date,
    revoked_reason text,
    primary key (tenant_id, award_id),
    constraint bank_award_once unique (tenant_id, source_type, source_id, account_id),
    foreign key (tenant_id, rules) references bank_rules (tenant_id, version),
    check ((granted > 0) = (transfer_id is not null)),
    check ((granted > 0) = (budget is not null))
);
create index bank_award_of on bank_award (tenant_id, account_id, earned_on) include (kind, granted) where revoked_on is null;
create index bank_award_earned on bank_award (tenant_id, earned_on);
create index bank_award_given on bank_award (tenant_id, given_on) include (budget, kind, granted);
create index bank_award_revoked on bank_award (tenant_id, revoked_on) include (budget, kind, granted) where revoked_on is not null;

-- A sponsor's budget: an account of the books with a name.
create table bank_budget (
    tenant_id text not null,
    account_id uuid not null,
    sponsor text not null,
    name text not null,
    -- Where its points may be given: this division and all below.
    region text not null,
    opened_by text not null,
    opened_at timestamptz not null,
    primary key (tenant_id, account_id)
);
create unique index bank_budget_once on bank_budget (tenant_id, sponsor, name);
create index bank_budget_in on bank_budget (tenant_id, region, account_id);

-- Money a sponsor pledged on paper, and the points it became.
create table bank_funding (
    tenant_id text not null,
    funding_id uuid not null,
    budget uuid not null,
    direction text not null check (direction in ('FUND', 'UNFUND')),
    points bigint not null check (points > 0),
    fen bigint not null check (fen > 0),
    -- Number of the paper that says so.
    paper text not null,
    transfer_id uuid not null,
    booked_by text not null,
    booked_at timestamptz not null,
    primary key (tenant_id, funding_id),
    foreign key (tenant_id, budget) references bank_budget (tenant_id, account_id)
);
create index bank_funding_of on bank_funding (tenant_id, budget, funding_id desc);

-- Up to which last day a member was told that points run out.
create table bank_expiry_notice (
    tenant_id text not null,
    account_id uuid not null,
    told_until date not null,
    primary key (tenant_id, account_id)
);

do $$
declare t text;
begin
  foreach t in array array['bank_member', 'bank_rules', 'bank_rules_draft', 'bank_award', 'bank_budget', 'bank_funding', 'bank_expiry_notice'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_wall on %I
      using (tenant_id = nullif(current_setting('app.tenant', true), ''))
      with check (tenant_id = nullif(current_setting('app.tenant', true), ''))$p$, t);
    execute format('grant select, insert on %I to shiyu_app', t);
  end loop;
end $$;

-- Budgets are never edited; the grant lets their row be locked.
grant update (name) on bank_budget to shiyu_app;
grant update (region, name_sealed), delete on bank_member to shiyu_app;
grant update (state, version, sim_state, sim_from, sim_to, sim_done, sim_total, sim_at, sim_result) on bank_rules_draft to shiyu_app;
grant update (told_until), delete on bank_expiry_notice to shiyu_app;
grant update (revoked_on, revoked_reason) on bank_award to shiyu_app;
-- Notices of the bank go when somebody leaves it.
grant delete on notice to shiyu_app;
