-- Organisations of the moral bank (社会组织、志愿服务队): an account that treasurers pay from; and who may pay from which account.

create table bank_team (
    tenant_id text not null,
    team_id uuid not null,
    name text not null,
    region text not null,
    account_id uuid not null,
    state text not null default 'ACTIVE' check (state in ('ACTIVE', 'ENDED')),
    made_by text not null,
    made_at timestamptz not null,
    primary key (tenant_id, team_id),
    constraint bank_team_account unique (tenant_id, account_id)
);
create unique index bank_team_name on bank_team (tenant_id, name) where state = 'ACTIVE';

-- Members who hold a team's purse.
create table bank_team_treasurer (
    tenant_id text not null,
    team_id uuid not null,
    resident_id uuid not null,
    bound_at timestamptz not null,
    primary key (tenant_id, team_id, resident_id),
    foreign key (tenant_id, team_id) references bank_team (tenant_id, team_id),
    foreign key (tenant_id, resident_id) references bank_member (tenant_id, resident_id)
);
create index bank_team_treasurer_of on bank_team_treasurer (tenant_id, resident_id, team_id);

-- By which a treasurer binds themselves, once; only its digest.
create table bank_team_code (
    tenant_id text not null,
    team_id uuid not null,
    digest bytea not null,
    until timestamptz not null,
    primary key (tenant_id, team_id),
    foreign key (tenant_id, team_id) references bank_team (tenant_id, team_id)
);
create unique index bank_team_code_of on bank_team_code (tenant_id, digest);

-- What a team was given for, in the clerk's words; how much in a month is limited.
create table bank_team_award (
    tenant_id text not null,
    award_id uuid not null,
    team_id uuid not null,
    budget uuid not null,
    points bigint not null check (points > 0),
    -- Day of the city's zone.
    given_on date not null,
    reason text not null,
    transfer_id uuid not null,
    given_by text not null,
    given_at timestamptz not null,
    primary key (tenant_id, award_id),
    foreign key (tenant_id, team_id) references bank_team (tenant_id, team_id)
);
create index bank_team_award_of on bank_team_award (tenant_id, team_id, given_on) include (points);

-- From which account a code pays: null for the member's own.
alter table bank_pay_code add column account_id uuid;

do $$
declare t text;
begin
  foreach t in array array['bank_team', 'bank_team_treasurer', 'bank_team_code', 'bank_team_award'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_wall on %I
      using (tenant_id = nullif(current_setting('app.tenant', true), ''))
      with check (tenant_id = nullif(current_setting('app.tenant', true), ''))$p$, t);
    execute format('grant select, insert on %I to shiyu_app', t);
  end loop;
end $$;

grant update (state) on bank_team to shiyu_app;
grant delete on bank_team_treasurer to shiyu_app;
grant update (digest, until), delete on bank_team_code to shiyu_app;
grant update (account_id) on bank_pay_code to shiyu_app;

-- Who may pay from which account, and is told of what happens to it. The walls are those of its tables: it reads them as who asks.
create view bank_holder with (security_invoker = true) as
select tenant_id, account_id, resident_id, 'OWN' as kind, null as name from bank_member
union all
select m.tenant_id, h.account_id, m.resident_id, 'HOUSEHOLD', null from bank_household_member m
join bank_household h on h.tenant_id = m.tenant_id and h.household_id = m.household_id where m.confirmed
union all
select t.tenant_id, b.account_id, t.resident_id, 'TEAM', b.name from bank_team_treasurer t
join bank_team b on b.tenant_id = t.tenant_id and b.team_id = t.team_id where b.state = 'ACTIVE';

grant select on bank_holder to shiyu_app;
