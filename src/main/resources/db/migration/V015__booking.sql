-- Booking: who and what can be booked, when they are there, what is taken, who waits. One core for all capabilities.

create extension if not exists btree_gist;

-- A person, place or desk (可预约的人、场所、窗口). The row is also the lock under which its day is changed.
create table bookable (
    tenant_id text not null,
    bookable_id uuid not null,
    -- Its name in the tenant file or the console: advisor-dongcheng.
    code text not null check (code ~ '^[a-z][a-z0-9-]{1,59}$'),
    kind text not null check (kind ~ '^[A-Z][A-Z_]{1,39}$'),
    name text not null check (length(name) between 1 and 60),
    -- Where people go, in words.
    place text,
    unit_code text,
    region_code text,
    -- Who of the staff this is; null for places.
    login text,
    -- How many at the same time.
    capacity smallint not null check (capacity between 1 and 50),
    active boolean not null default true,
    version integer not null default 0,
    primary key (tenant_id, bookable_id),
    unique (tenant_id, code)
);
create index bookable_of_kind on bookable (tenant_id, kind, bookable_id) where active;
create index bookable_of_login on bookable (tenant_id, login) where login is not null;

-- When it is there, week by week (排班). Local time of the city.
create table rota_pattern (
    tenant_id text not null,
    bookable_id uuid not null,
    pattern_id uuid not null,
    weekday smallint not null check (weekday between 1 and 7),
    from_time time not null,
    to_time time not null,
    -- Also on days that the city's calendar has off.
    on_holidays boolean not null default false,
    primary key (tenant_id, bookable_id, pattern_id),
    foreign key (tenant_id, bookable_id) references bookable (tenant_id, bookable_id),
    check (from_time < to_time)
);

-- One day that differs: closed for these hours, or there besides (停诊、加班).
create table rota_exception (
    tenant_id text not null,
    bookable_id uuid not null,
    exception_id uuid not null,
    day date not null,
    from_time time not null,
    to_time time not null,
    extra boolean not null,
    reason text,
    primary key (tenant_id, bookable_id, exception_id),
    foreign key (tenant_id, bookable_id) references bookable (tenant_id, bookable_id),
    check (from_time < to_time)
);
create index rota_exception_by_day on rota_exception (tenant_id, bookable_id, day);

create table booking (
    tenant_id text not null,
    booking_id uuid not null,
    bookable_id uuid not null,
    service text not null,
    mode text not null,
    -- Which of the places next to each other, from 1 to the capacity.
    lane smallint not null check (lane >= 1),
    -- What it takes of the bookable's time: the talk and the pause behind it.
    taken tstzrange not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    status text not null,
    -- Who comes: a resident; null for somebody who walked in without an account.
    resident_id uuid,
    -- How staff see them; never a real name unless they gave it for this.
    shown_name text not null,
    phone_sealed bytea,
    note_sealed bytea,
    -- What another capability attached: consultation + its id.
    subject_type text,
    subject_id uuid,
    walk_in boolean not null default false,
    -- Until when a hold lasts; null once confirmed.
    held_until timestamptz,
    -- When the next reminder is to go out; null when none is.
    remind_at timestamptz,
    created_at timestamptz not null,
    version integer not null default 0,
    primary key (tenant_id, booking_id),
    foreign key (tenant_id, bookable_id) references bookable (tenant_id, bookable_id),
    check (starts_at < ends_at and ends_at <= upper(taken) and starts_at = lower(taken)),
    check ((status = 'HELD') = (held_until is not null)),
    -- Nobody twice: the last word, whatever the code thought.
    constraint booking_never_twice exclude using gist (
        tenant_id with =, bookable_id with =, lane with =, taken with &&
    ) where (status in ('HELD', 'CONFIRMED', 'CHECKED_IN', 'SERVING')),
    -- Nor can one person be at two places. Holds are left out: what is offered to somebody who waits must not fail for a place of theirs elsewhere.
    constraint booking_one_place_at_a_time exclude using gist (
        tenant_id with =, resident_id with =, tstzrange(starts_at, ends_at) with &&
    ) where (resident_id is not null and status in ('CONFIRMED', 'CHECKED_IN', 'SERVING'))
);
create index booking_of_day on booking (tenant_id, bookable_id, starts_at, booking_id);
create index booking_of_resident on booking (tenant_id, resident_id, starts_at desc, booking_id desc) where resident_id is not null;
create index booking_of_subject on booking (tenant_id, subject_type, subject_id) where subject_id is not null;
create index booking_held on booking (tenant_id, held_until) where status = 'HELD';
create index booking_to_remind on booking (tenant_id, remind_at) where remind_at is not null;
create index booking_displaced on booking (tenant_id, starts_at, booking_id) where status = 'DISPLACED';

-- 候补: who comes next when something gets free, in the order in which they came.
create table wait_entry (
    tenant_id text not null,
    entry_id uuid not null,
    bookable_id uuid not null,
    -- The order: given under the bookable's lock.
    place_in_line bigint not null,
    service text not null,
    mode text not null,
    from_day date not null,
    to_day date not null,
    status text not null check (status in ('WAITING', 'OFFERED', 'SERVED', 'LAPSED', 'LEFT')),
    resident_id uuid not null,
    shown_name text not null,
    -- The booking held for them.
    booking_id uuid,
    -- The server's own time, under the lock: shows that the line was kept.
    offered_at timestamptz,
    created_at timestamptz not null,
    primary key (tenant_id, entry_id),
    unique (tenant_id, bookable_id, place_in_line),
    foreign key (tenant_id, bookable_id) references bookable (tenant_id, bookable_id),
    foreign key (tenant_id, booking_id) references booking (tenant_id, booking_id),
    check (from_day <= to_day)
);
create index wait_entry_waiting on wait_entry (tenant_id, bookable_id, place_in_line) where status = 'WAITING';
create index wait_entry_of_resident on wait_entry (tenant_id, resident_id, created_at desc, entry_id desc);
create index wait_entry_of_booking on wait_entry (tenant_id, booking_id) where booking_id is not null;

do $$
declare t text;
begin
  foreach t in array array['bookable', 'rota_pattern', 'rota_exception', 'booking', 'wait_entry'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_wall on %I
      using (tenant_id = nullif(current_setting('app.tenant', true), ''))
      with check (tenant_id = nullif(current_setting('app.tenant', true), ''))$p$, t);
  end loop;
end $$;

grant select, insert on bookable to shiyu_app;
grant update (name, place, unit_code, region_code, login, capacity, active, version) on bookable to shiyu_app;
-- A rota is what is planned, not what happened: that is in the bookings and their events.
grant select, insert, delete on rota_pattern, rota_exception to shiyu_app;
grant select, insert on booking to shiyu_app;
grant update (bookable_id, mode, lane, taken, starts_at, ends_at, status, phone_sealed, note_sealed, subject_type, subject_id, held_until,
  remind_at, version) on booking to shiyu_app;
grant select, insert on wait_entry to shiyu_app;
grant update (status, booking_id, offered_at) on wait_entry to shiyu_app;
