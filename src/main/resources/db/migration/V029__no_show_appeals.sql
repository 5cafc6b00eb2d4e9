-- 未到申诉: what a resident says against a no-show, and what was decided. One for each booking.
create table no_show_appeal (
    tenant_id text not null,
    booking_id uuid not null,
    status text not null check (status in ('OPEN', 'GRANTED', 'REFUSED')),
    -- Of the resident; both may tell of illness or of what the visit was about.
    words_sealed bytea not null,
    made_at timestamptz not null,
    -- Of whoever decided, to the resident.
    reason_sealed bytea,
    decided_at timestamptz,
    decided_by text,
    primary key (tenant_id, booking_id),
    foreign key (tenant_id, booking_id) references booking (tenant_id, booking_id),
    check ((status = 'OPEN') = (decided_at is null)),
    check ((decided_at is null) = (decided_by is null))
);
create index no_show_appeal_open on no_show_appeal (tenant_id, made_at, booking_id) where status = 'OPEN';

alter table no_show_appeal enable row level security;
alter table no_show_appeal force row level security;
create policy tenant_wall on no_show_appeal
    using (tenant_id = nullif(current_setting('app.tenant', true), ''))
    with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update (status, reason_sealed, decided_at, decided_by) on no_show_appeal to shiyu_app;
