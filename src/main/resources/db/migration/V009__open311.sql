-- Open311: partners' keys, what their cases bring beside a resident's own, and the public list by time of submission.

-- A key of another system (API 密钥). Only its keyed digest is kept: a copy of the table opens nothing.
create table open311_key (
    tenant_id text not null,
    -- Time-ordered: newest keys first is the key read backwards.
    key_id uuid not null,
    -- The same over all keys of one partner, so that a renewed key still finds what the old one filed.
    partner_id uuid not null,
    partner_name text not null,
    contact_sealed bytea not null,
    per_minute integer not null check (per_minute between 1 and 6000),
    key_digest bytea not null,
    -- The last characters, by which people tell keys apart.
    key_end text not null,
    created_at timestamptz not null,
    created_by text not null,
    revoked_at timestamptz,
    revoked_by text,
    primary key (tenant_id, key_id),
    unique (tenant_id, key_digest),
    check ((revoked_at is null) = (revoked_by is null))
);
alter table open311_key enable row level security;
alter table open311_key force row level security;
create policy tenant_wall on open311_key
    using (tenant_id = nullif(current_setting('app.tenant', true), ''))
    with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update (revoked_at, revoked_by) on open311_key to shiyu_app;

-- Where a case came from that another system brought in. Contacts beside name and phone (邮箱, 设备号, 账号) are sealed.
create table case_origin (
    tenant_id text not null,
    case_id uuid not null,
    partner_id uuid not null,
    partner_name text not null,
    media_url text,
    -- Answers to the topic's own questions: JSON, [{label, value}].
    details text not null,
    contacts_sealed bytea not null,
    primary key (tenant_id, case_id),
    foreign key (tenant_id, case_id) references case_file (tenant_id, case_id)
);
alter table case_origin enable row level security;
alter table case_origin force row level security;
create policy tenant_wall on case_origin
    using (tenant_id = nullif(current_setting('app.tenant', true), ''))
    with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert on case_origin to shiyu_app;

-- Public lists by time of submission, of all topics or of some.
create index case_public_by_time on case_file (tenant_id, submitted_at desc, case_id desc) where published_at is not null;
create index case_public_of_topic on case_file (tenant_id, category_code, submitted_at desc, case_id desc)
    where published_at is not null;
