-- Each run of the reconcile command (moralbank.ledger.audit): when, over how much, and the first difference if there was one.
create table bank_reconciled (
    tenant_id text not null,
    run_id uuid not null,
    ended_at timestamptz not null,
    transfers bigint not null,
    postings bigint not null,
    millis bigint not null,
    difference text,
    primary key (tenant_id, run_id)
);
alter table bank_reconciled enable row level security;
alter table bank_reconciled force row level security;
create policy tenant_wall on bank_reconciled
  using (tenant_id = nullif(current_setting('app.tenant', true), ''))
  with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert on bank_reconciled to shiyu_app;
