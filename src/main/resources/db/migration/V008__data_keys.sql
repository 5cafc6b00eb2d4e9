-- Data keys (数据密钥): one per city, purpose and version, wrapped under the master key, which is not in the database.
-- Nothing is ever changed or removed here: what was sealed with an old version must open for as long as it exists.

create table data_key (
  tenant_id  text        not null,
  purpose    text        not null,
  version    smallint    not null check (version > 0),
  master_id  text        not null,
  wrapped    bytea       not null,
  created_at timestamptz not null,
  primary key (tenant_id, purpose, version)
);
alter table data_key enable row level security;
alter table data_key force row level security;
create policy tenant_wall on data_key
  using (tenant_id = nullif(current_setting('app.tenant', true), ''))
  with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert on data_key to shiyu_app;
