-- 心理咨询: written talks with counsellors. What is said, the name a person chose and who they are lie sealed under the counselling key
-- (shiyu.crypto.counselling-key), which is not the master key. A row names its person by a keyed digest alone.

create table counselling_thread (
    tenant_id text not null,
    thread_id uuid not null,
    -- Keyed digest of the resident's id: finds a person's own, tells nobody whose it is.
    resident_digest bytea not null,
    -- The resident's id, to tell them that there is something to read.
    resident_sealed bytea not null,
    -- The name they chose for their counsellor.
    alias_sealed bytea not null,
    -- Login of the one counsellor who reads it.
    counsellor text not null,
    provider text not null,
    field text not null,
    status text not null check (status in ('WAITING', 'ANSWERED', 'CLOSED')),
    -- The person's words showed danger since the last answer: it stands first at the counsellor's.
    urgent boolean not null default false,
    -- Counsellor to whom it would go if the person agrees.
    offered_to text,
    messages integer not null default 0,
    remind_at timestamptz,
    due_at timestamptz,
    reminded boolean not null default false,
    late boolean not null default false,
    opened_at timestamptz not null,
    moved_at timestamptz not null,
    primary key (tenant_id, thread_id),
    check ((status = 'WAITING') = (due_at is not null))
);
create index counselling_own on counselling_thread (tenant_id, resident_digest, opened_at desc, thread_id desc);
create index counselling_waiting on counselling_thread (tenant_id, counsellor, (not urgent), due_at, thread_id) where status = 'WAITING';
create index counselling_had on counselling_thread (tenant_id, counsellor, status, moved_at desc, thread_id desc);
create index counselling_near on counselling_thread (tenant_id, remind_at) where status = 'WAITING' and not reminded;
create index counselling_late on counselling_thread (tenant_id, due_at) where status = 'WAITING' and not late;
create index counselling_opened on counselling_thread (tenant_id, opened_at);

create table counselling_message (
    tenant_id text not null,
    thread_id uuid not null,
    message_id uuid not null,
    -- Login of the counsellor who wrote it; null when it was the person.
    counsellor text,
    words_sealed bytea not null,
    at timestamptz not null,
    primary key (tenant_id, thread_id, message_id),
    foreign key (tenant_id, thread_id) references counselling_thread (tenant_id, thread_id) on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['counselling_thread', 'counselling_message'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_wall on %I
      using (tenant_id = nullif(current_setting('app.tenant', true), ''))
      with check (tenant_id = nullif(current_setting('app.tenant', true), ''))$p$, t);
  end loop;
end $$;

-- A person may have all of it deleted; nobody may change what was said.
grant select, insert, delete on counselling_thread to shiyu_app;
grant update (counsellor, provider, status, urgent, offered_to, messages, remind_at, due_at, reminded, late, moved_at)
  on counselling_thread to shiyu_app;
grant select, insert, delete on counselling_message to shiyu_app;
