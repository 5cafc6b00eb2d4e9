-- Households: a pooled account that several members pay from. Who is in one stands here alone; the account knows nobody.

create table bank_household (
    tenant_id text not null,
    household_id uuid not null,
    account_id uuid not null,
    -- How they call themselves.
    name_sealed bytea not null,
    founded_at timestamptz not null,
    -- Six digits by which somebody asks to be let in, once and not for long.
    code text check (code ~ '^[0-9]{6}$'),
    code_until timestamptz,
    primary key (tenant_id, household_id),
    unique (tenant_id, account_id),
    check ((code is null) = (code_until is null))
);
create unique index bank_household_code on bank_household (tenant_id, code) where code is not null;

-- Each resident is in one at most.
create table bank_household_member (
    tenant_id text not null,
    resident_id uuid not null,
    household_id uuid not null,
    -- False while they ask: the code alone lets nobody in.
    confirmed boolean not null,
    since timestamptz not null,
    primary key (tenant_id, resident_id),
    foreign key (tenant_id, household_id) references bank_household (tenant_id, household_id),
    foreign key (tenant_id, resident_id) references bank_member (tenant_id, resident_id)
);
create index bank_household_member_of on bank_household_member (tenant_id, household_id, since);

do $$
declare t text;
begin
  foreach t in array array['bank_household', 'bank_household_member'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_wall on %I
      using (tenant_id = nullif(current_setting('app.tenant', true), ''))
      with check (tenant_id = nullif(current_setting('app.tenant', true), ''))$p$, t);
    execute format('grant select, insert, delete on %I to shiyu_app', t);
  end loop;
end $$;

grant update (code, code_until) on bank_household to shiyu_app;
grant update (confirmed, since) on bank_household_member to shiyu_app;
