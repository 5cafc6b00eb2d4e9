-- Shops that take points (爱心商家), who stands there, codes to pay with, and charges.

create table bank_merchant (
    tenant_id text not null,
    merchant_id uuid not null,
    name text not null,
    address text not null,
    region text not null,
    account_id uuid not null,
    -- ACTIVE, PAUSED or ENDED: docs/charge-states.md.
    state text not null default 'ACTIVE' check (state in ('ACTIVE', 'PAUSED', 'ENDED')),
    made_by text not null,
    made_at timestamptz not null,
    primary key (tenant_id, merchant_id),
    constraint bank_merchant_account unique (tenant_id, account_id)
);
create unique index bank_merchant_name on bank_merchant (tenant_id, name) where state <> 'ENDED';

-- Residents who stand at a shop's till; each at one.
create table bank_merchant_clerk (
    tenant_id text not null,
    merchant_id uuid not null,
    resident_id uuid not null,
    bound_at timestamptz not null,
    primary key (tenant_id, resident_id),
    foreign key (tenant_id, merchant_id) references bank_merchant (tenant_id, merchant_id)
);
create index bank_merchant_clerk_of on bank_merchant_clerk (tenant_id, merchant_id);

-- By which a shop's person binds themselves, once; only its digest.
create table bank_bind_code (
    tenant_id text not null,
    merchant_id uuid not null,
    digest bytea not null,
    until timestamptz not null,
    primary key (tenant_id, merchant_id)
);
create unique index bank_bind_code_of on bank_bind_code (tenant_id, digest);

-- A member's code to pay with: the last one alone, for a minute, once; only its digest.
create table bank_pay_code (
    tenant_id text not null,
    resident_id uuid not null,
    digest bytea not null,
    -- The most points it may be used for.
    most bigint not null check (most > 0),
    until timestamptz not null,
    used boolean not null default false,
    primary key (tenant_id, resident_id)
);
create unique index bank_pay_code_of on bank_pay_code (tenant_id, digest);

create table bank_charge (
    tenant_id text not null,
    charge_id uuid not null,
    merchant_id uuid not null,
    -- The payer's account of the books; whose it is stands with the member alone.
    account_id uuid not null,
    points bigint not null check (points > 0),
    state text not null default 'AUTHORISED' check (state in ('AUTHORISED', 'CAPTURED', 'VOIDED', 'REFUNDED')),
    hold_id uuid not null,
    authorised_at timestamptz not null,
    -- Until when it must be captured.
    until timestamptz not null,
    captured_at timestamptz,
    -- CAPTURE in the books.
    transfer_id uuid,
    ended_at timestamptz,
    primary key (tenant_id, charge_id),
    foreign key (tenant_id, merchant_id) references bank_merchant (tenant_id, merchant_id),
    check ((state in ('CAPTURED', 'REFUNDED')) = (transfer_id is not null)),
    check ((state in ('VOIDED', 'REFUNDED')) = (ended_at is not null))
);
create unique index bank_charge_of_hold on bank_charge (tenant_id, hold_id);
create index bank_charge_at on bank_charge (tenant_id, merchant_id, charge_id desc);
create index bank_charge_by on bank_charge (tenant_id, account_id, charge_id desc);

do $$
declare t text;
begin
  foreach t in array array['bank_merchant', 'bank_merchant_clerk', 'bank_bind_code', 'bank_pay_code', 'bank_charge'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_wall on %I
      using (tenant_id = nullif(current_setting('app.tenant', true), ''))
      with check (tenant_id = nullif(current_setting('app.tenant', true), ''))$p$, t);
    execute format('grant select, insert on %I to shiyu_app', t);
  end loop;
end $$;

grant update (state) on bank_merchant to shiyu_app;
grant update (digest, until), delete on bank_bind_code to shiyu_app;
grant update (digest, most, until, used), delete on bank_pay_code to shiyu_app;
grant delete on bank_merchant_clerk to shiyu_app;
grant update (state, captured_at, transfer_id, ended_at) on bank_charge to shiyu_app;
