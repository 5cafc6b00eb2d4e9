-- Volunteer activities of the moral bank (志愿活动): what is on, who comes, when they were there, what it was worth.

create table volunteer_activity (
    tenant_id text not null,
    activity_id uuid not null,
    -- The unit that publishes it, and the login of who did.
    unit_code text not null,
    organiser text not null,
    organiser_name text not null,
    -- Of the city's list; what Awards knows it by.
    kind text not null,
    title text not null,
    words text not null,
    place text not null,
    region_code text not null,
    -- The region and all above it, root first: what a search by region looks at.
    regions text[] not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    sign_up_until timestamptz not null,
    capacity integer not null,
    -- Kept by the trigger below; the check is what refuses one more than there is room for.
    taken integer not null default 0,
    -- Account of the budget that pays; null: the nearest that can.
    budget uuid,
    status text not null,
    -- Key of the codes that change every 30 s, sealed.
    code_key_sealed bytea not null,
    cancelled_because text,
    made_at timestamptz not null,
    -- When the clock next moves it; null when it never will.
    turns_at timestamptz,
    primary key (tenant_id, activity_id),
    check (starts_at < ends_at and ends_at <= starts_at + interval '1 day' and sign_up_until <= ends_at),
    check (capacity between 1 and 5000),
    constraint volunteer_activity_room check (taken between 0 and capacity),
    check (status in ('DRAFT', 'PUBLISHED', 'RUNNING', 'ENDED', 'CONFIRMED', 'CANCELLED')),
    check ((status = 'CANCELLED') = (cancelled_because is not null))
);
create index volunteer_activity_open on volunteer_activity (tenant_id, starts_at, activity_id) where status in ('PUBLISHED', 'RUNNING');
create index volunteer_activity_of_unit on volunteer_activity (tenant_id, unit_code, starts_at desc, activity_id desc);
create index volunteer_activity_turns on volunteer_activity (tenant_id, turns_at) where turns_at is not null;

-- One person at one activity. No name but the one they want to be called by; who left the bank is no longer here.
create table volunteer_place (
    tenant_id text not null,
    activity_id uuid not null,
    resident_id uuid not null,
    state text not null check (state in ('SIGNED', 'WAITING', 'WITHDRAWN')),
    called_sealed bytea not null,
    signed_at timestamptz not null,
    in_at timestamptz,
    out_at timestamptz,
    -- Keyed digests of the phones that sent the codes; deleted after 90 days.
    in_phone bytea,
    out_phone bytea,
    -- Whether the organiser set a time by hand, and why, sealed.
    by_hand boolean not null default false,
    because_sealed bytea,
    -- Decided by the organiser; null before.
    minutes integer check (minutes between 0 and 1440),
    -- DUE: to be granted; DONE: points are booked, or there were none to book.
    grant_state text check (grant_state in ('DUE', 'DONE')),
    award_id uuid,
    points bigint,
    capped text,
    -- Code of why it could not be granted yet; tried again.
    grant_trouble text,
    grant_after timestamptz,
    primary key (tenant_id, activity_id, resident_id),
    foreign key (tenant_id, activity_id) references volunteer_activity (tenant_id, activity_id),
    check (out_at is null or in_at is not null and out_at >= in_at),
    check ((grant_state is null) = (minutes is null))
);
create index volunteer_place_of on volunteer_place (tenant_id, resident_id, signed_at desc, activity_id desc);
create index volunteer_place_waiting on volunteer_place (tenant_id, activity_id, signed_at, resident_id) where state = 'WAITING';
create index volunteer_place_due on volunteer_place (tenant_id, grant_after) where grant_state = 'DUE';
create index volunteer_place_phones on volunteer_place (tenant_id, signed_at) where in_phone is not null or out_phone is not null;

-- The last place goes to one person whatever the application believes.
create function volunteer_room() returns trigger language plpgsql as $$
declare
  had integer := case when tg_op <> 'INSERT' and old.state = 'SIGNED' then 1 else 0 end;
  has integer := case when tg_op <> 'DELETE' and new.state = 'SIGNED' then 1 else 0 end;
begin
  if had <> has then
    update volunteer_activity set taken = taken + has - had
    where tenant_id = coalesce(new.tenant_id, old.tenant_id) and activity_id = coalesce(new.activity_id, old.activity_id);
  end if;
  return coalesce(new, old);
end $$;
create trigger volunteer_room after insert or update of state or delete on volunteer_place
    for each row execute function volunteer_room();

-- Something odd that a person decides on: never a penalty by itself.
create table volunteer_oddity (
    tenant_id text not null,
    oddity_id uuid not null,
    activity_id uuid not null,
    resident_id uuid not null,
    -- SAME_PHONE, SAME_MINUTES, OVERLAP, TOO_LONG
    kind text not null,
    found_at timestamptz not null,
    -- OPEN, FINE (nothing wrong), REVOKED (the award was taken back)
    state text not null default 'OPEN' check (state in ('OPEN', 'FINE', 'REVOKED')),
    decided_by text,
    decided_at timestamptz,
    because_sealed bytea,
    primary key (tenant_id, oddity_id),
    unique (tenant_id, activity_id, resident_id, kind),
    check ((state = 'OPEN') = (decided_at is null))
);
create index volunteer_oddity_open on volunteer_oddity (tenant_id, found_at, oddity_id) where state = 'OPEN';

do $$
declare t text;
begin
  foreach t in array array['volunteer_activity', 'volunteer_place', 'volunteer_oddity'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_wall on %I
      using (tenant_id = nullif(current_setting('app.tenant', true), ''))
      with check (tenant_id = nullif(current_setting('app.tenant', true), ''))$p$, t);
    execute format('grant select, insert on %I to shiyu_app', t);
  end loop;
end $$;

grant update (kind, title, words, place, region_code, regions, starts_at, ends_at, sign_up_until, capacity, taken, budget, status,
  cancelled_because, turns_at) on volunteer_activity to shiyu_app;
grant update (state, called_sealed, signed_at, in_at, out_at, in_phone, out_phone, by_hand, because_sealed, minutes, grant_state, award_id,
  points, capped, grant_trouble, grant_after) on volunteer_place to shiyu_app;
grant delete on volunteer_place, volunteer_oddity to shiyu_app;
grant update (state, decided_by, decided_at, because_sealed) on volunteer_oddity to shiyu_app;
