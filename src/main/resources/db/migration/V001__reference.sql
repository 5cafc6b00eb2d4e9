-- Divisions (行政区划) and units (单位) of each city, written from its tenant file when the city comes on board, so that
-- SQL can join names and walk the tree. The tenant file is the truth; these rows follow it.

create table region (
  tenant_id text    not null,
  -- "C": codes are compared byte by byte, so that the codes below a division are a range of the index.
  code      text    collate "C" not null check (code ~ '^[0-9]{12}$'),
  parent    text    collate "C",
  level     text    not null check (level in ('CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
  name      text    not null,
  full_name text    not null,
  lng       double precision,
  lat       double precision,
  -- False once the division has left the file (merged, renumbered): old cases keep pointing at it.
  listed    boolean not null,
  primary key (tenant_id, code),
  foreign key (tenant_id, parent) references region (tenant_id, code),
  check ((lng is null) = (lat is null))
);
create index region_by_parent on region (tenant_id, parent);

create table unit (
  tenant_id   text    not null,
  code        text    collate "C" not null,
  kind        text    not null check (kind in ('CENTRE', 'DEPARTMENT', 'TERRITORIAL')),
  name        text    not null,
  region_code text    collate "C" not null,
  parent_code text    collate "C",
  listed      boolean not null,
  primary key (tenant_id, code),
  foreign key (tenant_id, region_code) references region (tenant_id, code),
  foreign key (tenant_id, parent_code) references unit (tenant_id, code)
);
create index unit_by_region on unit (tenant_id, region_code);
create index unit_by_parent on unit (tenant_id, parent_code);

-- What of the tenant file is in the tables: nothing is written again while the digest is the same.
create table onboarding (
  tenant_id text        not null primary key,
  digest    text        not null,
  at        timestamptz not null
);

do $$
declare
  t text;
begin
  foreach t in array array['region', 'unit', 'onboarding'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant_wall on %I '
        'using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')) '
        'with check (tenant_id = nullif(current_setting(''app.tenant'', true), ''''))', t);
    execute format('grant select, insert, update on %I to shiyu_app', t);
  end loop;
end $$;
