-- Monthly statements of merchants (商家结算单): what they took, what they gave back, what they are paid, and which sponsors pay it.

create table bank_statement (
    tenant_id text not null,
    statement_id uuid not null,
    -- The merchant's account of the books.
    account_id uuid not null,
    -- The first day of the month of the books.
    month date not null check (extract(day from month) = 1),
    -- Left from earlier months: below zero where refunds outran what was taken.
    opening bigint not null,
    taken bigint not null check (taken >= 0),
    refunded bigint not null check (refunded >= 0),
    due bigint not null,
    -- What one point was worth, and what is paid; in fen.
    fen_per_point bigint not null check (fen_per_point > 0),
    fen bigint not null,
    lines integer not null,
    -- SM3 over what the statement says and every line of it (docs/moral-bank-shop.md).
    digest bytea not null,
    -- SETTLE in the books; null where nothing is due.
    transfer_id uuid,
    made_at timestamptz not null,
    primary key (tenant_id, statement_id),
    constraint bank_statement_once unique (tenant_id, account_id, month),
    check (due = opening + taken - refunded),
    check (fen = greatest(due, 0) * fen_per_point),
    check ((due > 0) = (transfer_id is not null))
);
create index bank_statement_of_month on bank_statement (tenant_id, month desc, statement_id);

-- Whose points they were: the budgets that had paid for them.
create table bank_statement_share (
    tenant_id text not null,
    statement_id uuid not null,
    budget uuid not null,
    points bigint not null,
    primary key (tenant_id, statement_id, budget),
    foreign key (tenant_id, statement_id) references bank_statement (tenant_id, statement_id)
);

do $$
declare t text;
begin
  foreach t in array array['bank_statement', 'bank_statement_share'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_wall on %I
      using (tenant_id = nullif(current_setting('app.tenant', true), ''))
      with check (tenant_id = nullif(current_setting('app.tenant', true), ''))$p$, t);
    execute format('grant select, insert on %I to shiyu_app', t);
    execute format('create trigger is_final before update or delete on %I for each row execute function bank_is_final()', t);
    execute format('create trigger never_emptied before truncate on %I for each statement execute function bank_is_final()', t);
  end loop;
end $$;
