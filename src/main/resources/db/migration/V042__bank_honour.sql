-- The book of good deeds and the boards: what is shown of members who agreed, and sums of communities that name nobody.

-- What a member agreed to have shown. No row: nothing.
create table bank_honour_consent (
    tenant_id text not null,
    resident_id uuid not null,
    account_id uuid not null,
    -- Entries in the book.
    book boolean not null,
    -- A place on the boards, which is another matter.
    boards boolean not null,
    naming text not null check (naming in ('FULL', 'MASKED', 'PEN')),
    pen_sealed bytea,
    -- Which text they agreed to.
    consent smallint not null,
    given_at timestamptz not null,
    primary key (tenant_id, resident_id),
    constraint bank_honour_consent_account unique (tenant_id, account_id),
    foreign key (tenant_id, resident_id) references bank_member (tenant_id, resident_id),
    check (book or boards),
    check ((naming = 'PEN') = (pen_sealed is not null))
);

-- An entry of the book: an award of a member who agreed. No words, no name.
create table bank_honour (
    tenant_id text not null,
    award_id uuid not null,
    account_id uuid not null,
    -- Where the member lived then, and the township of it.
    region text not null,
    township text not null,
    kind text not null,
    -- The day it was done on, city's zone.
    day date not null,
    -- Of an activity; 0 for a deed.
    minutes bigint not null check (minutes >= 0),
    points bigint not null check (points >= 0),
    -- The member does not want this one shown.
    hidden boolean not null default false,
    primary key (tenant_id, award_id),
    foreign key (tenant_id, award_id) references bank_award (tenant_id, award_id)
);
-- One for each way the book is filtered, so that no page walks over what it does not show.
create index bank_honour_all on bank_honour (tenant_id, day desc, award_id desc) where not hidden;
create index bank_honour_kind on bank_honour (tenant_id, kind, day desc, award_id desc) where not hidden;
create index bank_honour_township on bank_honour (tenant_id, township, day desc, award_id desc) where not hidden;
create index bank_honour_township_kind on bank_honour (tenant_id, township, kind, day desc, award_id desc) where not hidden;
create index bank_honour_region on bank_honour (tenant_id, region, day desc, award_id desc) where not hidden;
create index bank_honour_region_kind on bank_honour (tenant_id, region, kind, day desc, award_id desc) where not hidden;
create index bank_honour_of on bank_honour (tenant_id, account_id, day desc, award_id desc);

-- What a member did in a month or a quarter: so that communities count people once, and who agreed has a place.
create table bank_board_member (
    tenant_id text not null,
    span text not null check (span in ('MONTH', 'QUARTER')),
    -- Its first day.
    starts date not null,
    account_id uuid not null,
    region text not null,
    minutes bigint not null check (minutes >= 0),
    deeds bigint not null check (deeds >= 0),
    -- Agreed to the boards.
    shown boolean not null,
    primary key (tenant_id, account_id, span, starts)
);
create index bank_board_member_minutes on bank_board_member (tenant_id, span, starts, minutes desc, account_id) where shown;
create index bank_board_member_deeds on bank_board_member (tenant_id, span, starts, deeds desc, account_id) where shown;

-- The same of a whole community.
create table bank_board (
    tenant_id text not null,
    span text not null check (span in ('MONTH', 'QUARTER')),
    starts date not null,
    region text not null,
    township text not null,
    -- Who did something; figures are shown from five on.
    members bigint not null check (members >= 0),
    minutes bigint not null check (minutes >= 0),
    deeds bigint not null check (deeds >= 0),
    primary key (tenant_id, span, starts, region)
);
create index bank_board_minutes on bank_board (tenant_id, span, starts, minutes desc, region) where members >= 5;
create index bank_board_deeds on bank_board (tenant_id, span, starts, deeds desc, region) where members >= 5;
create index bank_board_small on bank_board (tenant_id, span, starts, region) where members between 1 and 4;
create index bank_board_township on bank_board (tenant_id, span, starts, township);

do $$
declare t text;
begin
  foreach t in array array['bank_honour_consent', 'bank_honour', 'bank_board_member', 'bank_board'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_wall on %I
      using (tenant_id = nullif(current_setting('app.tenant', true), ''))
      with check (tenant_id = nullif(current_setting('app.tenant', true), ''))$p$, t);
    execute format('grant select, insert on %I to shiyu_app', t);
  end loop;
end $$;

grant update (book, boards, naming, pen_sealed, consent, given_at), delete on bank_honour_consent to shiyu_app;
grant update (hidden), delete on bank_honour to shiyu_app;
grant update (minutes, deeds, shown), delete on bank_board_member to shiyu_app;
grant update (members, minutes, deeds) on bank_board to shiyu_app;
