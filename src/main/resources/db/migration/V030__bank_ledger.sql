-- The ledger of the moral bank: double entry, only ever appended to. What must hold is held here, whoever writes (ADR 0029).
-- An account names no person: whose it is stands in the tables of members, households, merchants and budgets.

create table bank_account (
    tenant_id text not null,
    account_id uuid not null,
    kind text not null check (kind in ('ISSUE', 'BUDGET', 'RESIDENT', 'HOUSEHOLD', 'ORGANISATION', 'MERCHANT', 'HELD', 'EXPIRY', 'SETTLEMENT')),
    -- How low it may go; null: as low as it will, for the four that a city has once. Points in lots have their limit in each lot.
    floor bigint,
    -- Kept here for budgets alone, which pay all day long; by the trigger below and nobody else.
    balance bigint not null default 0,
    opened_at timestamptz not null,
    primary key (tenant_id, account_id),
    -- A budget pays what a sponsor has put in and not a point more; a shop's refunds may outrun a settlement.
    constraint bank_account_floor check (case kind when 'BUDGET' then floor = 0 when 'MERCHANT' then floor <= 0 else floor is null end),
    constraint bank_budget_floor check (kind <> 'BUDGET' or balance >= floor)
);
create unique index bank_account_only on bank_account (tenant_id, kind) where kind in ('ISSUE', 'HELD', 'EXPIRY', 'SETTLEMENT');

-- Points of one origin and one last day.
create table bank_lot (
    tenant_id text not null,
    lot_id uuid not null,
    account_id uuid not null,
    -- The account of the budget that paid for them.
    budget uuid not null,
    -- The last day on which they can be spent, in the city's zone.
    expires_on date not null,
    -- The sum of its postings, kept by the trigger below.
    remaining bigint not null default 0,
    primary key (tenant_id, lot_id),
    constraint bank_lot_never_below_zero check (remaining >= 0)
);
create index bank_lot_live on bank_lot (tenant_id, account_id, expires_on, lot_id) where remaining > 0;
create index bank_lot_expiring on bank_lot (tenant_id, expires_on, lot_id) where remaining > 0;

create table bank_transfer (
    tenant_id text not null,
    transfer_id uuid not null,
    kind text not null,
    -- Idempotency: one key, one transfer; the digest says whether a repeat asks for the same.
    key text not null,
    digest bytea not null,
    -- The day of the books, in the city's zone, and the instant.
    booked_on date not null,
    booked_at timestamptz not null,
    -- A login of staff, or the kind of whoever asked; never a resident's id.
    booked_by text not null,
    reason text not null,
    source_type text not null,
    source_id text not null,
    -- Version of the city's rules, 0 where none applied.
    rules integer not null default 0,
    -- What it takes back.
    reverses uuid,
    -- The hold it ends.
    ends_hold uuid,
    -- What moves: the sum of what is received.
    points bigint not null check (points > 0),
    -- How many postings there are; nobody adds one later.
    postings smallint not null check (postings >= 2),
    -- SM3 over all of it and its postings (docs/ledger.md).
    seal bytea not null,
    primary key (tenant_id, transfer_id),
    constraint bank_transfer_once unique (tenant_id, key),
    constraint bank_transfer_reversed_once unique (tenant_id, reverses),
    foreign key (tenant_id, reverses) references bank_transfer (tenant_id, transfer_id),
    check ((reverses is not null) = (kind in ('REVERSAL', 'REFUND'))),
    check ((ends_hold is not null) = (kind in ('CAPTURE', 'RELEASE')))
);
create index bank_transfer_of_day on bank_transfer (tenant_id, booked_on, transfer_id);
create index bank_transfer_of_source on bank_transfer (tenant_id, source_type, source_id, transfer_id);
create unique index bank_transfer_ends on bank_transfer (tenant_id, ends_hold, kind) where ends_hold is not null;

-- Accounts and lots have no foreign key here: a shop's row would be locked by everyone who pays there. The trigger finds them,
-- and neither is ever removed.
create table bank_posting (
    tenant_id text not null,
    transfer_id uuid not null,
    place smallint not null check (place > 0),
    account_id uuid not null,
    lot_id uuid,
    points bigint not null check (points <> 0),
    booked_on date not null,
    primary key (tenant_id, transfer_id, place)
);
create index bank_posting_of on bank_posting (tenant_id, account_id, booked_on, transfer_id) include (points);

-- Authorised, not yet captured.
create table bank_hold (
    tenant_id text not null,
    -- The transfer that put the points aside.
    hold_id uuid not null,
    to_account uuid not null,
    points bigint not null check (points > 0),
    until timestamptz not null,
    state text not null default 'PENDING' check (state in ('PENDING', 'POSTED', 'VOIDED')),
    captured bigint not null default 0 check (captured between 0 and points),
    ended_at timestamptz,
    primary key (tenant_id, hold_id),
    foreign key (tenant_id, hold_id) references bank_transfer (tenant_id, transfer_id),
    check ((state = 'PENDING') = (ended_at is null)),
    check ((state = 'POSTED') = (captured > 0))
);
create index bank_hold_due on bank_hold (tenant_id, until) where state = 'PENDING';

-- A closed day: nothing is booked on it or before it any more. Its digest covers the day before.
create table bank_close (
    tenant_id text not null,
    closed_on date not null,
    transfers bigint not null,
    postings bigint not null,
    points bigint not null,
    digest bytea not null,
    closed_at timestamptz not null,
    primary key (tenant_id, closed_on)
);

-- Snapshots: what an account held at the end of a closed day on which it moved.
create table bank_balance (
    tenant_id text not null,
    account_id uuid not null,
    closed_on date not null,
    balance bigint not null,
    primary key (tenant_id, account_id, closed_on),
    foreign key (tenant_id, closed_on) references bank_close (tenant_id, closed_on)
);

-- What moved on a closed day, by kind; "undoes" is the kind that a reversal took back.
create table bank_day_sum (
    tenant_id text not null,
    closed_on date not null,
    kind text not null,
    undoes text not null default '',
    transfers bigint not null,
    points bigint not null,
    primary key (tenant_id, closed_on, kind, undoes),
    foreign key (tenant_id, closed_on) references bank_close (tenant_id, closed_on)
);

-- Which accounts give (-1) and receive (1) in a transfer of a kind. The same table stands in ledger.TransferKind.
create function bank_may(transfer text, direction integer, account text) returns boolean language sql immutable as $$
  select case transfer
    when 'FUND' then (direction, account) in ((-1, 'ISSUE'), (1, 'BUDGET'))
    when 'UNFUND' then (direction, account) in ((-1, 'BUDGET'), (1, 'ISSUE'))
    when 'AWARD' then (direction, account) in ((-1, 'BUDGET'), (1, 'RESIDENT'), (1, 'HOUSEHOLD'), (1, 'ORGANISATION'))
    when 'POOL' then account in ('RESIDENT', 'HOUSEHOLD')
    when 'HOLD' then (direction, account) in ((-1, 'RESIDENT'), (-1, 'HOUSEHOLD'), (-1, 'ORGANISATION'), (1, 'HELD'))
    when 'CAPTURE' then (direction, account) in ((-1, 'HELD'), (1, 'MERCHANT'))
    when 'RELEASE' then (direction, account) in ((-1, 'HELD'), (1, 'RESIDENT'), (1, 'HOUSEHOLD'), (1, 'ORGANISATION'))
    when 'SPEND' then (direction, account) in ((-1, 'RESIDENT'), (-1, 'HOUSEHOLD'), (-1, 'ORGANISATION'), (1, 'MERCHANT'))
    when 'EXPIRE' then (direction, account) in ((-1, 'RESIDENT'), (-1, 'HOUSEHOLD'), (-1, 'ORGANISATION'), (1, 'EXPIRY'))
    when 'FORFEIT' then (direction, account) in ((-1, 'RESIDENT'), (-1, 'HOUSEHOLD'), (-1, 'ORGANISATION'), (1, 'EXPIRY'))
    when 'SETTLE' then (direction, account) in ((-1, 'MERCHANT'), (1, 'SETTLEMENT'))
    when 'REFUND' then (direction, account) in ((-1, 'MERCHANT'), (1, 'RESIDENT'), (1, 'HOUSEHOLD'), (1, 'ORGANISATION'))
    when 'REVERSAL' then true
    else false end $$;

-- What an account holds that keeps no balance of its own: the last snapshot and what was booked since.
create function bank_balance_of(tenant text, account uuid) returns bigint language sql stable as $$
  with last as (
    select closed_on, balance from bank_balance where tenant_id = tenant and account_id = account order by closed_on desc limit 1)
  select coalesce((select balance from last), 0)
    + coalesce((select sum(points) from bank_posting where tenant_id = tenant and account_id = account
        and booked_on > coalesce((select closed_on from last), '-infinity'::date)), 0)::bigint $$;

-- A posting takes a free place of its transfer, moves its lot or its budget, and is refused where that would go too low. Once a
-- transfer is whole (below) all its places are taken.
create function bank_posting_moves() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  a bank_account;
begin
  perform 1 from bank_transfer t where t.tenant_id = new.tenant_id and t.transfer_id = new.transfer_id
    and t.postings >= new.place and t.booked_on = new.booked_on;
  if not found then
    raise exception 'no transfer has a place for this posting' using errcode = 'check_violation', constraint = 'bank_posting_place';
  end if;
  select * into a from bank_account where tenant_id = new.tenant_id and account_id = new.account_id;
  if not found then
    raise exception 'no such account' using errcode = 'foreign_key_violation';
  end if;
  if a.kind in ('RESIDENT', 'HOUSEHOLD', 'ORGANISATION') then
    update bank_lot set remaining = remaining + new.points
      where tenant_id = new.tenant_id and lot_id = new.lot_id and account_id = new.account_id;
    if not found then
      raise exception 'points of this account lie in lots' using errcode = 'foreign_key_violation';
    end if;
    return new;
  end if;
  if new.lot_id is not null then
    raise exception 'an account of this kind has no lots' using errcode = 'check_violation';
  end if;
  if a.kind = 'BUDGET' then
    update bank_account set balance = balance + new.points where tenant_id = new.tenant_id and account_id = new.account_id;
  elsif a.kind = 'MERCHANT' and new.points < 0 then
    -- Only who takes from a shop waits for others who do; who pays there waits for nobody.
    perform 1 from bank_account where tenant_id = new.tenant_id and account_id = new.account_id for no key update;
    if bank_balance_of(new.tenant_id, new.account_id) + new.points < a.floor then
      raise exception 'below its limit' using errcode = 'check_violation', constraint = 'bank_merchant_floor';
    end if;
  end if;
  return new;
end $$;
create trigger bank_posting_moves before insert on bank_posting for each row execute function bank_posting_moves();

-- Before its transaction ends, a transfer is whole: as many postings as it says, in balance, between accounts of the right kinds.
create function bank_transfer_is_whole() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  t bank_transfer := new;
  p record;
begin
  select count(*) as n, sum(q.points) as total, sum(q.points) filter (where q.points > 0) as received,
      bool_and(bank_may(new.kind, sign(q.points)::integer, a.kind)) as may,
      -- Pooling is between a household and its people, never from one resident to another.
      new.kind = 'POOL' and (count(distinct a.kind) filter (where q.points < 0) <> 1 or count(distinct a.kind) filter (where q.points > 0) <> 1
        or min(a.kind) filter (where q.points < 0) = min(a.kind) filter (where q.points > 0)) as strangers
    into p from bank_posting q join bank_account a on a.tenant_id = q.tenant_id and a.account_id = q.account_id
    where q.tenant_id = new.tenant_id and q.transfer_id = new.transfer_id;
  if p.n <> new.postings or p.total <> 0 or p.received <> new.points then
    raise exception 'transfer % is not in balance', new.transfer_id using errcode = 'check_violation', constraint = 'bank_transfer_balanced';
  end if;
  if not p.may or p.strangers then
    raise exception 'no % between these accounts', new.kind using errcode = 'check_violation', constraint = 'bank_transfer_route';
  end if;
  if new.reverses is not null then
    perform bank_reversal_answers(t);
  elsif new.ends_hold is not null then
    perform bank_hold_answers(new.tenant_id, new.ends_hold);
  elsif new.kind = 'HOLD' then
    perform bank_hold_answers(new.tenant_id, new.transfer_id);
  elsif new.kind in ('AWARD', 'POOL') then
    perform bank_lots_answer(t);
  end if;
  return null;
end $$;

create function bank_does_not_fit(transfer uuid) returns void language plpgsql as $$
begin
  raise exception 'transfer % does not fit what it answers', transfer using errcode = 'check_violation', constraint = 'bank_transfer_answers';
end $$;

-- What takes back does so to the point, from whoever received and to whoever gave.
create function bank_reversal_answers(t bank_transfer) returns void language plpgsql set search_path = public, pg_temp as $$
declare
  undone bank_transfer;
begin
  select * into undone from bank_transfer where tenant_id = t.tenant_id and transfer_id = t.reverses;
  if t.kind = 'REVERSAL' and undone.kind in ('AWARD', 'SPEND') then
    perform 1 from bank_posting q where q.tenant_id = t.tenant_id and q.transfer_id in (t.transfer_id, t.reverses)
      group by q.account_id having sum(q.points) <> 0;
  elsif t.kind = 'REFUND' and undone.kind = 'CAPTURE' then
    -- The hold, its end and the refund together leave everybody where they were before.
    perform 1 from bank_transfer x join bank_posting q on q.tenant_id = x.tenant_id and q.transfer_id = x.transfer_id
      where x.tenant_id = t.tenant_id and (x.transfer_id in (t.transfer_id, undone.ends_hold) or x.ends_hold = undone.ends_hold)
      group by q.account_id having sum(q.points) <> 0;
  else
    perform bank_does_not_fit(t.transfer_id);
  end if;
  if found then
    perform bank_does_not_fit(t.transfer_id);
  end if;
end $$;

-- A hold is what its transfer put aside; it is pending, or all of it went through or back to its lots, as it says.
create function bank_hold_answers(tenant text, hold uuid) returns void language plpgsql set search_path = public, pg_temp as $$
declare
  h bank_hold;
begin
  select * into h from bank_hold where tenant_id = tenant and hold_id = hold;
  perform 1 from bank_transfer t join bank_account a on a.tenant_id = t.tenant_id and a.account_id = h.to_account
    where t.tenant_id = tenant and t.transfer_id = hold and t.kind = 'HOLD' and t.points = h.points and a.kind = 'MERCHANT';
  if not found then
    perform bank_does_not_fit(hold);
  end if;
  perform 1 from bank_transfer e where e.tenant_id = tenant and e.ends_hold = hold
    having coalesce(sum(e.points), 0) <> case h.state when 'PENDING' then 0 else h.points end
      or coalesce(sum(e.points) filter (where e.kind = 'CAPTURE'), 0) <> h.captured;
  if found then
    perform bank_does_not_fit(hold);
  end if;
  perform 1 from bank_transfer e join bank_posting q on q.tenant_id = e.tenant_id and q.transfer_id = e.transfer_id
    where e.tenant_id = tenant and (e.ends_hold = hold or e.transfer_id = hold)
    group by q.account_id, q.lot_id
    having q.lot_id is not null and sum(q.points) > 0
      or q.lot_id is null and sum(q.points) > 0 and q.account_id <> h.to_account and h.state <> 'PENDING';
  if found then
    perform bank_does_not_fit(hold);
  end if;
end $$;

-- A lot says who paid for it; what is pooled keeps that and its last day.
create function bank_lots_answer(t bank_transfer) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  if t.kind = 'AWARD' then
    perform 1 from bank_posting q left join bank_lot l on l.tenant_id = q.tenant_id and l.lot_id = q.lot_id
      where q.tenant_id = t.tenant_id and q.transfer_id = t.transfer_id
      group by coalesce(l.budget, q.account_id) having sum(q.points) <> 0;
  else
    perform 1 from bank_posting q join bank_lot l on l.tenant_id = q.tenant_id and l.lot_id = q.lot_id
      where q.tenant_id = t.tenant_id and q.transfer_id = t.transfer_id
      group by l.budget, l.expires_on having sum(q.points) <> 0;
  end if;
  if found then
    perform bank_does_not_fit(t.transfer_id);
  end if;
end $$;

create constraint trigger bank_transfer_is_whole after insert on bank_transfer deferrable initially deferred
  for each row execute function bank_transfer_is_whole();

-- Nothing is booked on a closed day. Whoever books holds the day's lock with others, who closes it holds it alone. The checks look
-- at what others have committed meanwhile, which a snapshot for the whole transaction would hide from them.
create function bank_day_is_open() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'the books are written read committed' using errcode = 'invalid_transaction_state';
  end if;
  perform pg_advisory_xact_lock_shared(hashtextextended('bank-day:' || new.tenant_id, 0));
  if exists (select 1 from bank_close where tenant_id = new.tenant_id and closed_on >= new.booked_on) then
    raise exception 'the books of that day are closed' using errcode = 'check_violation', constraint = 'bank_day_closed';
  end if;
  return new;
end $$;
create trigger bank_day_is_open before insert on bank_transfer for each row execute function bank_day_is_open();

-- Days are closed one after the other, none that is not over; a snapshot or a sum comes with its close and never after it.
create function bank_closes_in_order() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last date;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'the books are written read committed' using errcode = 'invalid_transaction_state';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('bank-day:' || new.tenant_id, 0));
  select max(closed_on) into last from bank_close where tenant_id = new.tenant_id;
  if new.closed_on <> last + 1
      or last is null and exists (select 1 from bank_transfer where tenant_id = new.tenant_id and booked_on < new.closed_on)
      -- The database does not know the city's zone: at the least the day is over where days end first.
      or new.closed_on >= (clock_timestamp() at time zone 'Pacific/Kiritimati')::date then
    raise exception 'days are closed one after the other' using errcode = 'check_violation', constraint = 'bank_close_in_order';
  end if;
  return new;
end $$;
create trigger bank_closes_in_order before insert on bank_close for each row execute function bank_closes_in_order();

create function bank_comes_with_its_close() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from bank_close where tenant_id = new.tenant_id and closed_on = new.closed_on and xmin = pg_current_xact_id()::xid;
  if not found then
    raise exception 'the books of that day are closed' using errcode = 'check_violation', constraint = 'bank_day_closed';
  end if;
  return new;
end $$;
create trigger bank_comes_with_its_close before insert on bank_balance for each row execute function bank_comes_with_its_close();
create trigger bank_comes_with_its_close before insert on bank_day_sum for each row execute function bank_comes_with_its_close();

-- Nobody edits the books, the owner neither; a city that leaves may be removed whole (docs/security.md).
create function bank_is_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and coalesce(current_setting('shiyu.maintenance', true), '') = 'offboard-tenant' then
    return old;
  end if;
  raise exception 'the books are only appended to' using errcode = 'insufficient_privilege';
end $$;

-- A lot's rest and a budget's balance move by postings alone.
create function bank_moves_by_postings() returns trigger language plpgsql as $$
declare
  rest constant text := case tg_table_name when 'bank_lot' then 'remaining' else 'balance' end;
begin
  if tg_op = 'DELETE' then
    if coalesce(current_setting('shiyu.maintenance', true), '') = 'offboard-tenant' then
      return old;
    end if;
  elsif tg_op = 'INSERT' then
    if (to_jsonb(new) ->> rest)::bigint = 0 then
      return new;
    end if;
  elsif pg_trigger_depth() > 1 and to_jsonb(new) - rest = to_jsonb(old) - rest then
    return new;
  end if;
  raise exception 'the books are only appended to' using errcode = 'insufficient_privilege';
end $$;

-- A hold ends once.
create function bank_hold_ends_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and coalesce(current_setting('shiyu.maintenance', true), '') = 'offboard-tenant' then
    return old;
  end if;
  if tg_op = 'UPDATE' and old.state = 'PENDING'
      and to_jsonb(new) - array['state', 'captured', 'ended_at'] = to_jsonb(old) - array['state', 'captured', 'ended_at'] then
    return new;
  end if;
  raise exception 'a hold ends once' using errcode = 'insufficient_privilege';
end $$;
create trigger bank_hold_ends_once before update or delete on bank_hold for each row execute function bank_hold_ends_once();

create function bank_hold_is_whole() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform bank_hold_answers(new.tenant_id, new.hold_id);
  return null;
end $$;
create constraint trigger bank_hold_is_whole after insert or update on bank_hold deferrable initially deferred
  for each row execute function bank_hold_is_whole();

do $$
declare t text;
begin
  foreach t in array array['bank_account', 'bank_lot', 'bank_transfer', 'bank_posting', 'bank_hold', 'bank_close', 'bank_balance', 'bank_day_sum'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_wall on %I
      using (tenant_id = nullif(current_setting('app.tenant', true), ''))
      with check (tenant_id = nullif(current_setting('app.tenant', true), ''))$p$, t);
    execute format('grant select, insert on %I to shiyu_app', t);
    execute format('create trigger never_emptied before truncate on %I for each statement execute function bank_is_final()', t);
  end loop;
  foreach t in array array['bank_transfer', 'bank_posting', 'bank_close', 'bank_balance', 'bank_day_sum'] loop
    execute format('create trigger is_final before update or delete on %I for each row execute function bank_is_final()', t);
  end loop;
  foreach t in array array['bank_account', 'bank_lot'] loop
    execute format('create trigger moves_by_postings before insert or update or delete on %I for each row execute function bank_moves_by_postings()', t);
  end loop;
end $$;

grant update (state, captured, ended_at) on bank_hold to shiyu_app;
