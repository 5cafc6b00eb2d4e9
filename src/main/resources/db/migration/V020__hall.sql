-- 预约取号: numbers of a hall's day. A number stands for a booking that is there (booked before or made at the desk), so both share the
-- one capacity of the hall's windows.
create table hall_day (
    tenant_id   text not null,
    bookable_id uuid not null,
    day         date not null,
    -- The last number given out; the row is also the lock under which numbers are called.
    last        integer not null default 0,
    primary key (tenant_id, bookable_id, day),
    foreign key (tenant_id, bookable_id) references bookable (tenant_id, bookable_id)
);

create table hall_ticket (
    tenant_id   text        not null,
    ticket_id   uuid        not null,
    bookable_id uuid        not null,
    day         date        not null,
    number      integer     not null check (number > 0),
    booking_id  uuid        not null,
    status      text        not null check (status in ('WAITING', 'CALLED', 'SKIPPED', 'DONE')),
    -- The order of the line: the time of the place taken, or of coming where somebody came later than that.
    turn_at     timestamptz not null,
    window_no   smallint    check (window_no between 1 and 99),
    calls       integer     not null default 0,
    taken_at    timestamptz not null,
    called_at   timestamptz,
    primary key (tenant_id, ticket_id),
    unique (tenant_id, bookable_id, day, number),
    unique (tenant_id, booking_id),
    foreign key (tenant_id, bookable_id) references bookable (tenant_id, bookable_id),
    foreign key (tenant_id, booking_id) references booking (tenant_id, booking_id),
    check (status = 'WAITING' or window_no is not null)
);
create index hall_ticket_line on hall_ticket (tenant_id, bookable_id, day, turn_at, number) where status = 'WAITING';
-- One person at a window.
create unique index hall_ticket_at_window on hall_ticket (tenant_id, bookable_id, day, window_no) where status = 'CALLED';

alter table hall_day enable row level security;
alter table hall_day force row level security;
create policy tenant_wall on hall_day
    using (tenant_id = nullif(current_setting('app.tenant', true), ''))
    with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update (last) on hall_day to shiyu_app;

alter table hall_ticket enable row level security;
alter table hall_ticket force row level security;
create policy tenant_wall on hall_ticket
    using (tenant_id = nullif(current_setting('app.tenant', true), ''))
    with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update (status, window_no, calls, called_at) on hall_ticket to shiyu_app;
