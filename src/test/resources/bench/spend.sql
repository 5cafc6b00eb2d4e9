-- What the ledger sends to pay a point from a person's lots to a shop (cn.shiyu.moralbank.ledger.Ledger.post), statement by statement, in one
-- transaction: two postings. -D shops=1 or 1000, -D people=. Ids, digest and seal that the application makes come from the server here.
\set p random(3000, :people - 1)
\set s random(0, :shops - 1)
begin;
select set_config('app.tenant', 'jieshou', true), uuidv7() as id, cast('be000000-0000-8000-8000-0001' || lpad(to_hex(cast(:p as integer)), 8, '0') as uuid) as person, cast('be000000-0000-8000-8000-0002' || lpad(to_hex(cast(:s as integer)), 8, '0') as uuid) as shop \gset
select /* alone */ kind from bank_account where tenant_id = 'jieshou' and account_id = cast(:person as uuid);
select /* alone */ kind from bank_account where tenant_id = 'jieshou' and account_id = cast(:shop as uuid);
select /* alone */ pg_advisory_xact_lock(hashtextextended('bank-lots:' || 'jieshou' || :person, 0));
select /* alone */ (array_agg(lot_id order by expires_on, lot_id))[1] as lot from bank_lot where tenant_id = 'jieshou' and account_id = cast(:person as uuid) and remaining > 0 \gset
insert /* alone */ into bank_transfer (tenant_id, transfer_id, kind, key, digest, booked_on, booked_at, booked_by, reason, source_type, source_id, rules, reverses, ends_hold, points, postings, seal) values ('jieshou', cast(:id as uuid), 'SPEND', 'pgbench:' || :id, sha256('x'), cast(now() at time zone 'Asia/Shanghai' as date), now(), 'resident', 'spent', 'charge', :id, 0, null, null, 1, 2, sha256('y')) on conflict (tenant_id, key) do nothing;
insert /* alone */ into bank_posting (tenant_id, transfer_id, place, account_id, lot_id, points, booked_on) select 'jieshou', cast(:id as uuid), 1, cast(:person as uuid), cast(:lot as uuid), -1, cast(now() at time zone 'Asia/Shanghai' as date) where exists (select 1 from bank_transfer where tenant_id = 'jieshou' and transfer_id = cast(:id as uuid));
insert /* alone */ into bank_posting (tenant_id, transfer_id, place, account_id, lot_id, points, booked_on) select 'jieshou', cast(:id as uuid), 2, cast(:shop as uuid), null, 1, cast(now() at time zone 'Asia/Shanghai' as date) where exists (select 1 from bank_transfer where tenant_id = 'jieshou' and transfer_id = cast(:id as uuid));
commit;
