-- 历史数据导入: what was brought in from systems a city used before, by which run, and every line that was not.

-- One run of one file. It is done when every line has been looked at; `lines` is written in the transaction that keeps
-- those lines' cases, so whoever takes a run over after a crash goes on exactly behind the last one.
create table import_run (
  tenant_id   text        not null,
  run_id      uuid        not null,
  source      text        not null default '',
  source_name text        not null default '',
  file_name   text        not null,
  -- Where the file lies in the folder that all instances share; null for a file that only a command can read.
  file_key    text,
  file_bytes  bigint      not null,
  file_digest bytea       not null,
  -- As written, with its comments.
  mapping     text        not null,
  state       text        not null check (state in ('DRAFT', 'WAITING', 'RUNNING', 'DONE', 'FAILED', 'DISCARDED')),
  started_by  text        not null,
  created_at  timestamptz not null,
  -- Which worker has it, and when it last gave a sign of life.
  worker      uuid,
  alive_at    timestamptz,
  ended_at    timestamptz,
  bytes_read  bigint      not null default 0,
  lines       integer     not null default 0,
  taken       integer     not null default 0,
  there       integer     not null default 0,
  refused     integer     not null default 0,
  warned      integer     not null default 0,
  -- Columns of the file that the mapping does not use, as JSON.
  unused      text        not null default '[]',
  -- Why it stopped, Chinese, for the person who started it.
  failure     text,
  primary key (tenant_id, run_id)
);
create index import_run_open on import_run (tenant_id, alive_at) where state in ('WAITING', 'RUNNING');

-- Which message of which source became which case. This key, written with the case, is why nothing comes in twice.
create table imported_case (
  tenant_id     text        not null,
  source        text        not null,
  source_id     text        collate "C" not null,
  case_id       uuid        not null,
  run_id        uuid        not null,
  -- SM3 of what the source wrote: the same again is "there already", anything else has changed since.
  digest        bytea       not null,
  -- The source's own name of the person: sealed, and as a keyed digest by which cases of one person stand together.
  person_sealed bytea,
  person_digest bytea,
  imported_at   timestamptz not null,
  primary key (tenant_id, source, source_id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, case_id),
  foreign key (tenant_id, run_id) references import_run (tenant_id, run_id),
  check ((person_sealed is null) = (person_digest is null))
);
create unique index imported_case_once on imported_case (tenant_id, case_id);
create index imported_case_by_person on imported_case (tenant_id, person_digest) where person_digest is not null;

-- What a run refused, or took with a remark: the line as it stood in the file.
create table import_line (
  tenant_id text    not null,
  run_id    uuid    not null,
  -- Place in the file; the header is line 1. One line may have several faults.
  line      integer not null,
  ordinal   integer not null,
  refused   boolean not null,
  field     text    not null,
  reason    text    not null,
  original  text    not null,
  primary key (tenant_id, run_id, line, ordinal),
  foreign key (tenant_id, run_id) references import_run (tenant_id, run_id)
);

do $$
declare
  t text;
begin
  foreach t in array array['import_run', 'imported_case', 'import_line'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant_wall on %I '
        'using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')) '
        'with check (tenant_id = nullif(current_setting(''app.tenant'', true), ''''))', t);
  end loop;
end $$;
grant select, insert on imported_case, import_line to shiyu_app;
grant select, insert, update (source, source_name, mapping, state, worker, alive_at, ended_at, bytes_read, lines, taken, there,
  refused, warned, unused, failure, file_key) on import_run to shiyu_app;
