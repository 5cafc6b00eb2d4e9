-- Search by words (docs/search.md, docs/adr/0017): beside each case, which pairs of characters its words contain.
-- Trusted since PostgreSQL 13: the owner of the database may make it. It lets one index hold the month and the pairs.
create extension if not exists btree_gin;

-- One spelling for all: full-width and half-width, capitals and small letters, spaces and invisible characters make no difference.
create function search_plain(words text) returns text
    language sql immutable parallel safe strict
    return regexp_replace(
        lower(normalize(words, nfkc) collate "pg_c_utf8"),
        '[[:space:][:cntrl:]' || U&'\200B\200C\200D\2060\FEFF' || ']+', '', 'g');

-- Several texts as one to look into; what is searched for never contains the line break between them.
create function search_text(a text, b text default null, c text default null) returns text
    language sql immutable parallel safe
    return coalesce(search_plain(a), '') || E'\n' || coalesce(search_plain(b), '') || E'\n' || coalesce(search_plain(c), '');

-- Each pair of neighbouring characters as one number: 20 bits of the city, 21 of each character. Two cities' numbers differ, so
-- that a city's search does not walk through another's entries; where they happen not to, the wall still stands.
create function search_grams(tenant text, plain text) returns bigint[]
    language sql immutable parallel safe strict
    return coalesce(
        (select array_agg(distinct city | (ascii(one)::bigint << 21) | ascii(next))
         from (select ('x' || left(md5(tenant), 5))::bit(20)::bigint << 42 as city, string_to_array(plain, null) as characters
               offset 0) as words,
             unnest(characters, characters[2:]) as pair (one, next)
         where next is not null),
        '{}');

create table case_search (
    tenant_id text not null,
    -- CASE: what was submitted, for who may see the case. BOARD: the public copy, for everybody. Never one for the other.
    part text not null check (part in ('CASE', 'BOARD')),
    -- When it was submitted or published: newest stands first.
    at timestamptz not null,
    case_id uuid not null,
    period integer not null generated always as
        (cast(extract(year from at at time zone 'UTC') * 12 + extract(month from at at time zone 'UTC') - 1 as integer)) stored,
    grams bigint[] not null,
    primary key (tenant_id, part, at, case_id)
);

-- Written by triggers, so that no way of bringing in a case can forget it, in the transaction of the case. A case moving
-- through its states touches nothing here.
create function case_words_searched() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if tg_op <> 'INSERT' then
        perform set_config('app.search', '', true); -- or the wall below would hide the row
        delete from case_search
        where tenant_id = old.tenant_id and part = 'CASE' and at = old.submitted_at and case_id = old.case_id;
    end if;
    if tg_op <> 'DELETE' then
        insert into case_search (tenant_id, part, at, case_id, grams)
        values (new.tenant_id, 'CASE', new.submitted_at, new.case_id,
            search_grams(new.tenant_id, search_text(new.subject, new.body, new.address)));
    end if;
    return null;
end $$;

create function board_words_searched() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if tg_op <> 'INSERT' and old.published_at is not null then
        perform set_config('app.search', '', true); -- or the wall below would hide the row
        delete from case_search
        where tenant_id = old.tenant_id and part = 'BOARD' and at = old.published_at and case_id = old.case_id;
    end if;
    if tg_op <> 'DELETE' and new.published_at is not null then
        insert into case_search (tenant_id, part, at, case_id, grams)
        values (new.tenant_id, 'BOARD', new.published_at, new.case_id,
            search_grams(new.tenant_id, search_text(new.board_subject, new.board_text)));
    end if;
    return null;
end $$;

-- What is there already. The owner too is bound by the wall, so it is taken down for this transaction alone.
alter table case_file no force row level security;
insert into case_search (tenant_id, part, at, case_id, grams)
select tenant_id, 'CASE', submitted_at, case_id, search_grams(tenant_id, search_text(subject, body, address)) from case_file
union all
select tenant_id, 'BOARD', published_at, case_id, search_grams(tenant_id, search_text(board_subject, board_text))
from case_file where published_at is not null;
alter table case_file force row level security;

create index case_search_grams on case_search using gin (period, grams);

create trigger case_words_arrive after insert or delete on case_file
    for each row execute function case_words_searched();
create trigger case_words_change after update of subject, body, address, submitted_at on case_file
    for each row when ((old.subject, old.body, old.address, old.submitted_at)
        is distinct from (new.subject, new.body, new.address, new.submitted_at))
    execute function case_words_searched();
create trigger board_words_arrive after insert or delete on case_file
    for each row execute function board_words_searched();
create trigger board_words_change after update of board_subject, board_text, published_at on case_file
    for each row when ((old.board_subject, old.board_text, old.published_at)
        is distinct from (new.board_subject, new.board_text, new.published_at))
    execute function board_words_searched();

-- A transaction sees of this table what is its city's and contains what it looks for (app.search, nothing when unset). The
-- search stands in the wall itself because of how the wall works: of a query's own conditions PostgreSQL lets only leakproof ones
-- near rows that the policy has not yet judged, so "contains" there could never use the index.
alter table case_search enable row level security;
alter table case_search force row level security;
create policy tenant_wall on case_search
    using (tenant_id = nullif(current_setting('app.tenant', true), '')
        and grams @> cast(coalesce(nullif(current_setting('app.search', true), ''), '{}') as bigint[]))
    with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select on case_search to shiyu_app;
