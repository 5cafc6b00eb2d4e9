-- What the application sends for the first page of the city centre's queue (cn.shiyu.casework.QueueQueries).
begin;
select set_config('app.tenant', 'jieshou', true);
select /* alone */ c.case_id, c.number, c.subject, c.kind, c.status, c.category_code, c.grade, c.region_code, c.centre_unit, c.lead_unit, c.visibility, c.returns, c.reworks, c.submitted_at, c.due_at, c.warn_at, c.closed_at from case_file c where c.tenant_id = 'jieshou' and c.centre_unit = 'C341282000000' and c.closed_at is null order by c.due_at, c.case_id limit 21;
select /* alone */ s.status, n.n from (values ('SUBMITTED'), ('ACCEPTED'), ('DISPATCHED'), ('RETURN_DISPUTED'), ('HANDLING'), ('SUSPENDED'), ('FINISHED'), ('FOLLOWED_UP')) s(status), lateral (select cast(count(*) as integer) as n from (select 1 from case_file where tenant_id = 'jieshou' and centre_unit = 'C341282000000' and status = s.status and closed_at is null limit 1000) x) n;
commit;
