-- Files (附件): what is known of each upload; the bytes lie in the file store under tenant/year/month/id. A file belongs to its uploader
-- until it is attached to a subject (a case, a log entry); whoever may read the subject may then read the file.

create table file (
  tenant_id    text        not null,
  file_id      uuid        not null,
  owner_kind   text        not null,
  owner_id     text        not null,
  subject_type text,
  subject_id   uuid,
  media_type   text        not null,
  size         bigint      not null check (size > 0),
  sm3          bytea       not null,
  -- In pixels, after turning it upright; pictures alone have them.
  width        integer,
  height       integer,
  created_at   timestamptz not null,
  primary key (tenant_id, file_id),
  check ((subject_type is null) = (subject_id is null)),
  check ((width is null) = (height is null))
);
create index file_by_subject on file (tenant_id, subject_id, created_at) where subject_id is not null;
create index file_orphans on file (tenant_id, created_at) where subject_id is null;

alter table file enable row level security;
alter table file force row level security;
create policy tenant_wall on file
  using (tenant_id = nullif(current_setting('app.tenant', true), ''))
  with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update (subject_type, subject_id), delete on file to shiyu_app;
