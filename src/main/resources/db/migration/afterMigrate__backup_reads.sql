-- What the backup's role reads (docs/backup.md): how many rows each table has, where each stream of the event log ends, which
-- uploads there must be. Not one column that says who somebody is or what was written. After each migration, so that new
-- tables are counted too; where the role is not made, nothing happens.
do $$
declare
  counted text;
begin
  if not exists (select 1 from pg_roles where rolname = 'shiyu_backup') then
    return;
  end if;
  grant usage on schema public to shiyu_backup;
  for counted in
    select c.relname from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  loop
    execute format('grant select (tenant_id) on %I to shiyu_backup', counted);
  end loop;
  grant select (stream_id, seq, hash) on stream_head to shiyu_backup;
  grant select (stream_id, seq, hash) on event to shiyu_backup;
  grant select (file_id, subject_id, created_at, size, sm3) on file to shiyu_backup;
end $$;
