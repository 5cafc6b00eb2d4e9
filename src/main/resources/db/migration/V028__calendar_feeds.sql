-- Private addresses under which calendar apps fetch somebody's bookings.

-- Of a resident (their id) or a member of staff (their login). Only the address's keyed digest is kept: a copy of the table opens nothing.
create table calendar_feed (
    tenant_id text not null,
    feed_id uuid not null,
    holder_kind text not null check (holder_kind in ('RESIDENT', 'STAFF')),
    holder_id text not null,
    token_digest bytea not null,
    made_at timestamptz not null,
    revoked_at timestamptz,
    primary key (tenant_id, feed_id),
    unique (tenant_id, token_digest)
);
-- One address a person: a new one ends the one before.
create unique index calendar_feed_in_force on calendar_feed (tenant_id, holder_kind, holder_id) where revoked_at is null;
-- Windows and rooms of a unit, for its clerks.
create index bookable_of_unit on bookable (tenant_id, unit_code) where unit_code is not null;

alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy tenant_wall on calendar_feed
    using (tenant_id = nullif(current_setting('app.tenant', true), ''))
    with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update (revoked_at) on calendar_feed to shiyu_app;
