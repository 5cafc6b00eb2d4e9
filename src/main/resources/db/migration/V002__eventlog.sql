-- The event log (事件日志): what happened, in order, never edited. Each entry is chained by SM3 to the one before it in its
-- stream; stream_head remembers the last one, so that a cut tail shows as well.

create table event (
  tenant_id    text        not null,
  stream_type  text        not null,
  stream_id    uuid        not null,
  seq          integer     not null check (seq > 0),
  event_id     uuid        not null,
  type         text        not null,
  version      smallint    not null,
  occurred_at  timestamptz not null,
  actor_kind   text        not null,
  actor_id     text        not null,
  actor_name   text        not null,
  actor_unit   text,
  surface      text        not null,
  -- Canonical JSON as text, not jsonb: the hash covers these very characters. It holds no personal data.
  payload      text        not null,
  -- What a person wrote. It may be erased on request; the salted digest stays, and with it the chain. The salt goes with
  -- the words, so that nobody can guess short words back from the digest.
  words        text,
  words_salt   bytea,
  words_digest bytea,
  prev_hash    bytea       not null,
  hash         bytea       not null,
  primary key (tenant_id, stream_id, seq),
  check ((words is null) = (words_salt is null)),
  check (words is null or words_digest is not null)
) partition by hash (stream_id);

-- Assessment reads one city's events of some types within a window of time.
create index event_by_type on event (tenant_id, type, occurred_at);

create table stream_head (
  tenant_id   text    not null,
  stream_id   uuid    not null,
  stream_type text    not null,
  seq         integer not null check (seq > 0),
  hash        bytea   not null,
  primary key (tenant_id, stream_id)
);

alter table event enable row level security;
alter table event force row level security;
create policy tenant_wall on event
  using (tenant_id = nullif(current_setting('app.tenant', true), ''))
  with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert on event to shiyu_app;

alter table stream_head enable row level security;
alter table stream_head force row level security;
create policy tenant_wall on stream_head
  using (tenant_id = nullif(current_setting('app.tenant', true), ''))
  with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update on stream_head to shiyu_app;

-- Nobody edits history, the owner neither. Two kinds of maintenance are foreseen (docs/security.md), each named for one
-- transaction by "set local shiyu.maintenance": 'erase-words' may blank words, 'offboard-tenant' may delete a city's rows.
create function event_is_final() returns trigger language plpgsql as $$
declare
  maintenance constant text := coalesce(current_setting('shiyu.maintenance', true), '');
begin
  if tg_op = 'DELETE' and maintenance = 'offboard-tenant' then
    return old;
  end if;
  if tg_op = 'UPDATE' and maintenance = 'erase-words' and new.words is null and new.words_salt is null
      and (to_jsonb(new) - 'words' - 'words_salt') = (to_jsonb(old) - 'words' - 'words_salt') then
    return new;
  end if;
  raise exception 'the event log is append-only' using errcode = 'insufficient_privilege';
end $$;

create function stream_head_only_moves_on() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and coalesce(current_setting('shiyu.maintenance', true), '') = 'offboard-tenant' then
    return old;
  end if;
  if tg_op = 'UPDATE' and new.seq > old.seq and new.stream_type = old.stream_type
      and new.tenant_id = old.tenant_id and new.stream_id = old.stream_id then
    return new;
  end if;
  raise exception 'a stream only grows' using errcode = 'insufficient_privilege';
end $$;

create function event_log_is_never_emptied() returns trigger language plpgsql as $$
begin
  raise exception 'the event log is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger event_is_final before update or delete on event
  for each row execute function event_is_final();
create trigger event_is_never_emptied before truncate on event
  for each statement execute function event_log_is_never_emptied();
create trigger stream_head_only_moves_on before update or delete on stream_head
  for each row execute function stream_head_only_moves_on();
create trigger stream_head_is_never_emptied before truncate on stream_head
  for each statement execute function event_log_is_never_emptied();

-- Eight partitions, so that a busy city's log stays in indexes of a size that fits memory. Each carries the same walls:
-- a partition can be named directly, and then the parent's policy does not count.
do $$
declare
  part text;
begin
  for n in 0..7 loop
    part := 'event_p' || n;
    execute format('create table %I partition of event for values with (modulus 8, remainder %s)', part, n);
    execute format('alter table %I enable row level security', part);
    execute format('alter table %I force row level security', part);
    execute format('create policy tenant_wall on %I '
        'using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')) '
        'with check (tenant_id = nullif(current_setting(''app.tenant'', true), ''''))', part);
    execute format('create trigger event_is_never_emptied before truncate on %I '
        'for each statement execute function event_log_is_never_emptied()', part);
  end loop;
end $$;
