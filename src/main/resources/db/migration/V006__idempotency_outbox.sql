-- Idempotency keys (防重键): who sends the same thing three times over a bad network gets one case.

create table idempotency_key (
  tenant_id   text        not null,
  -- Kind and id of the caller: keys of two people never meet.
  caller      text        not null,
  key         text        not null,
  body_digest bytea       not null,
  -- What the first request brought about, e.g. a case number; null only inside the transaction that works on it.
  reference   text,
  created_at  timestamptz not null,
  primary key (tenant_id, caller, key)
);
create index idempotency_key_by_age on idempotency_key (tenant_id, created_at);

alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy tenant_wall on idempotency_key
  using (tenant_id = nullif(current_setting('app.tenant', true), ''))
  with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on idempotency_key to shiyu_app;

-- The outbox (发件箱): what others must learn, written in the transaction of the change itself and delivered afterwards, at least
-- once. A delivered message is removed; one that nobody could take after many tries stays as a dead letter.

create table outbox (
  tenant_id       text        not null,
  message_id      uuid        not null,
  topic           text        not null,
  -- What the message is about, e.g. a case id; receivers use it to tell doubles.
  key             text        not null,
  payload         text        not null,
  created_at      timestamptz not null,
  attempts        integer     not null default 0,
  next_attempt_at timestamptz not null,
  dead_at         timestamptz,
  -- Type and code of the last failure, never its text.
  last_failure    text,
  primary key (tenant_id, message_id)
);
create index outbox_due on outbox (tenant_id, next_attempt_at) where dead_at is null;

alter table outbox enable row level security;
alter table outbox force row level security;
create policy tenant_wall on outbox
  using (tenant_id = nullif(current_setting('app.tenant', true), ''))
  with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on outbox to shiyu_app;
