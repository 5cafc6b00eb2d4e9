-- Disputes that grid workers send to their village's legal advisor (网格员转办). What is written is sealed.

create table legal_referral (
    tenant_id text not null,
    referral_id uuid not null,
    -- Login of the grid worker, and how the advisor sees them.
    sender text not null,
    sender_name text not null,
    advisor text not null,
    field text not null,
    region text not null,
    title_sealed bytea not null,
    words_sealed bytea not null,
    status text not null,
    -- Until when the advisor takes it or not.
    due_at timestamptz not null,
    sent_at timestamptz not null,
    settled_at timestamptz,
    outcome text,
    -- What the advisor says to the grid worker.
    answer_sealed bytea,
    primary key (tenant_id, referral_id),
    check ((status = 'DONE') = (outcome is not null))
);
create index legal_referral_of_sender on legal_referral (tenant_id, sender, referral_id desc);
create index legal_referral_of_advisor on legal_referral (tenant_id, advisor, referral_id desc);

alter table legal_referral enable row level security;
alter table legal_referral force row level security;
create policy tenant_wall on legal_referral
  using (tenant_id = nullif(current_setting('app.tenant', true), ''))
  with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert on legal_referral to shiyu_app;
grant update (status, settled_at, outcome, answer_sealed) on legal_referral to shiyu_app;
