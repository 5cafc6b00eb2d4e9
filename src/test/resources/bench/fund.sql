-- What the application sends when the clerk books what a sponsor gave (cn.shiyu.moralbank.budget.BudgetFlow.fund): a transfer of two postings with
-- its key, its funding and its event, statement by statement, in one transaction. Ids, digests and seals come from the server here.
\set b random(0, 99)
begin;
select set_config('app.tenant', 'jieshou', true), uuidv7() as id, uuidv7() as funding, gen_random_uuid() as key, cast('be000000-0000-8000-8000-0003' || lpad(to_hex(cast(:b as integer)), 8, '0') as uuid) as budget \gset
insert /* alone */ into idempotency_key (tenant_id, caller, key, body_digest, created_at) values ('jieshou', 'STAFF/pgbench', :key, sha256('x'), now()) on conflict do nothing;
select /* alone */ 1 from bank_budget where tenant_id = 'jieshou' and account_id = cast(:budget as uuid) for no key update;
select /* alone */ account_id as issue from bank_account where tenant_id = 'jieshou' and kind = 'ISSUE' \gset
select /* alone */ kind from bank_account where tenant_id = 'jieshou' and account_id = cast(:issue as uuid);
select /* alone */ kind from bank_account where tenant_id = 'jieshou' and account_id = cast(:budget as uuid);
insert /* alone */ into bank_transfer (tenant_id, transfer_id, kind, key, digest, booked_on, booked_at, booked_by, reason, source_type, source_id, rules, reverses, ends_hold, points, postings, seal) values ('jieshou', cast(:id as uuid), 'FUND', 'funding:' || :funding, sha256('x'), cast(now() at time zone 'Asia/Shanghai' as date), now(), 'staff/pgbench', 'funded', 'funding', :funding, 0, null, null, 100, 2, sha256('y')) on conflict (tenant_id, key) do nothing;
insert /* alone */ into bank_posting (tenant_id, transfer_id, place, account_id, lot_id, points, booked_on) select 'jieshou', cast(:id as uuid), 1, cast(:issue as uuid), null, -100, cast(now() at time zone 'Asia/Shanghai' as date) where exists (select 1 from bank_transfer where tenant_id = 'jieshou' and transfer_id = cast(:id as uuid));
insert /* alone */ into bank_posting (tenant_id, transfer_id, place, account_id, lot_id, points, booked_on) select 'jieshou', cast(:id as uuid), 2, cast(:budget as uuid), null, 100, cast(now() at time zone 'Asia/Shanghai' as date) where exists (select 1 from bank_transfer where tenant_id = 'jieshou' and transfer_id = cast(:id as uuid));
insert /* alone */ into bank_funding (tenant_id, funding_id, budget, direction, points, fen, paper, transfer_id, booked_by, booked_at) values ('jieshou', cast(:funding as uuid), cast(:budget as uuid), 'FUND', 100, 10000, 'bench', cast(:id as uuid), 'pgbench', now());
select /* alone */ seq as seq, hash from stream_head where tenant_id = 'jieshou' and stream_id = cast(:budget as uuid) and stream_type = 'bank-budget' for update;
insert /* alone */ into stream_head (tenant_id, stream_id, stream_type, seq, hash) values ('jieshou', cast(:funding as uuid), 'bank-budget', 1, sha256('x')) on conflict do nothing;
insert /* alone */ into event (tenant_id, stream_type, stream_id, seq, event_id, type, version, occurred_at, actor_kind, actor_id, actor_name, actor_unit, surface, payload, words, words_salt, words_digest, prev_hash, hash) values ('jieshou', 'bank-budget', cast(:funding as uuid), 1, gen_random_uuid(), 'BudgetFunded', 1, now(), 'STAFF', 'pgbench', 'pgbench', null, 'CONSOLE', '{"fen": 10000,"points": 100}', null, null, null, sha256('x'), sha256('x'));
update /* alone */ idempotency_key set reference = :funding where tenant_id = 'jieshou' and caller = 'STAFF/pgbench' and key = :key;
commit;
