-- A resident (居民) of one city: one record behind every way of signing in.
-- Name and phone are sealed (SM4-GCM); phone_digest is the keyed digest by which a phone is looked up.
create table resident (
    tenant_id            text        not null,
    resident_id          uuid        not null,
    oidc_subject         text,
    wechat_openid_digest text,
    name_sealed          bytea,
    phone_sealed         bytea,
    phone_digest         bytea,
    created_at           timestamptz not null,
    primary key (tenant_id, resident_id),
    unique (tenant_id, oidc_subject),
    unique (tenant_id, wechat_openid_digest),
    check (oidc_subject is not null or wechat_openid_digest is not null)
);
create index resident_by_phone on resident (tenant_id, phone_digest) where phone_digest is not null;

alter table resident enable row level security;
alter table resident force row level security;
create policy tenant_wall on resident
    using (tenant_id = nullif(current_setting('app.tenant', true), ''))
    with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update on resident to shiyu_app;
