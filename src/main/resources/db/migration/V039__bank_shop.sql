-- What points are given for at shops (兑换): offers with a stock, and orders that put points aside until they are fetched.

create table bank_offer (
    tenant_id text not null,
    offer_id uuid not null,
    merchant_id uuid not null,
    -- Whose residents may order: those of this division and below it.
    region text not null,
    kind text not null check (kind in ('GOODS', 'SERVICE', 'DISCOUNT')),
    name text not null,
    -- What one gets, in the clerk's words.
    details text not null,
    points bigint not null check (points > 0),
    -- Ordered or fetched, it is gone; the database refuses to give what is not there.
    stock integer not null,
    -- How many of it one member may have, over all time.
    per_person integer not null check (per_person > 0),
    -- Within how many days it must be fetched.
    fetch_days integer not null check (fetch_days > 0),
    state text not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
    made_by text not null,
    made_at timestamptz not null,
    primary key (tenant_id, offer_id),
    foreign key (tenant_id, merchant_id) references bank_merchant (tenant_id, merchant_id),
    constraint bank_offer_stock check (stock >= 0)
);
create index bank_offer_in on bank_offer (tenant_id, region, offer_id desc) where state = 'OPEN';
create index bank_offer_open on bank_offer (tenant_id, offer_id desc) where state = 'OPEN';
create index bank_offer_at on bank_offer (tenant_id, merchant_id, offer_id desc);

create table bank_order (
    tenant_id text not null,
    order_id uuid not null,
    offer_id uuid not null,
    merchant_id uuid not null,
    -- Who ordered, of the books; whose it is stands with the member alone.
    account_id uuid not null,
    points bigint not null check (points > 0),
    -- docs/order-states.md
    state text not null default 'PLACED' check (state in ('PLACED', 'FETCHED', 'CANCELLED', 'LAPSED', 'REFUNDED')),
    hold_id uuid not null,
    placed_at timestamptz not null,
    until timestamptz not null,
    -- Of the code it is fetched with: the last one alone, its keyed digest, for a quarter of an hour.
    digest bytea,
    digest_until timestamptz,
    fetched_at timestamptz,
    -- CAPTURE in the books.
    transfer_id uuid,
    ended_at timestamptz,
    primary key (tenant_id, order_id),
    foreign key (tenant_id, offer_id) references bank_offer (tenant_id, offer_id),
    check ((state in ('FETCHED', 'REFUNDED')) = (transfer_id is not null)),
    check ((state in ('CANCELLED', 'LAPSED', 'REFUNDED')) = (ended_at is not null)),
    check ((digest is null) = (digest_until is null)),
    check (digest is null or state = 'PLACED')
);
create unique index bank_order_of_hold on bank_order (tenant_id, hold_id);
create unique index bank_order_of_code on bank_order (tenant_id, merchant_id, digest) where digest is not null;
create index bank_order_by on bank_order (tenant_id, account_id, order_id desc);
create index bank_order_at on bank_order (tenant_id, merchant_id, order_id desc);
create index bank_order_taken on bank_order (tenant_id, account_id, offer_id) where state in ('PLACED', 'FETCHED');

do $$
declare t text;
begin
  foreach t in array array['bank_offer', 'bank_order'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_wall on %I
      using (tenant_id = nullif(current_setting('app.tenant', true), ''))
      with check (tenant_id = nullif(current_setting('app.tenant', true), ''))$p$, t);
    execute format('grant select, insert on %I to shiyu_app', t);
  end loop;
end $$;

grant update (stock, state) on bank_offer to shiyu_app;
grant update (state, digest, digest_until, fetched_at, transfer_id, ended_at) on bank_order to shiyu_app;
