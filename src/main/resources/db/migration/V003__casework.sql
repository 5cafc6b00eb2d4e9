-- 诉求: the case's present state, for queues and lists. What happened is in the event log.
create table case_file (
    tenant_id text not null,
    case_id uuid not null,
    number text not null,
    kind text not null,
    status text not null,
    category_code text collate "C",
    grade text not null,
    visibility text not null,
    anonymous boolean not null,
    subject text not null,
    body text not null,
    region_code text collate "C" not null,
    address text,
    lng double precision,
    lat double precision,
    surface text not null,
    resident_id text,
    contact_name bytea,
    contact_phone bytea,
    contact_phone_digest bytea,
    centre_unit text not null,
    lead_unit text,
    assist_units text not null default '',
    handled_by text not null default '',
    returns smallint not null default 0,
    return_final boolean not null default false,
    reworks smallint not null default 0,
    extensions smallint not null default 0,
    extension_asked smallint,
    asked_again boolean not null default false,
    reply text,
    follow_up text,
    rating text,
    rating_words text,
    rated_at timestamptz,
    board_subject text,
    board_text text,
    published_at timestamptz,
    submitted_at timestamptz not null,
    updated_at timestamptz not null,
    finished_at timestamptz,
    closed_at timestamptz,
    due_at timestamptz not null,
    warn_at timestamptz not null,
    version integer not null,
    primary key (tenant_id, case_id),
    constraint case_number_once unique (tenant_id, number)
);
alter table case_file enable row level security;
alter table case_file force row level security;
create policy tenant_wall on case_file
    using (tenant_id = nullif(current_setting('app.tenant', true), ''))
    with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update on case_file to shiyu_app;

-- One indexed sort per queue: what is due first stands first.
create index case_of_centre on case_file (tenant_id, centre_unit, status, due_at, case_id);
create index case_of_lead on case_file (tenant_id, lead_unit, status, due_at, case_id);
create index case_open_of_centre on case_file (tenant_id, centre_unit, due_at, case_id) where closed_at is null;
create index case_open_of_lead on case_file (tenant_id, lead_unit, due_at, case_id) where closed_at is null;
create index case_open_of_city on case_file (tenant_id, due_at, case_id) where closed_at is null;
create index case_of_resident on case_file (tenant_id, resident_id, case_id desc);
create index case_on_board on case_file (tenant_id, published_at desc, case_id desc) where published_at is not null;

-- Which units work on a case; a department finds what it assists in without reading other cases.
create table case_assist (
    tenant_id text not null,
    unit text not null,
    case_id uuid not null,
    primary key (tenant_id, unit, case_id),
    foreign key (tenant_id, case_id) references case_file (tenant_id, case_id)
);
alter table case_assist enable row level security;
alter table case_assist force row level security;
create policy tenant_wall on case_assist
    using (tenant_id = nullif(current_setting('app.tenant', true), ''))
    with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, delete on case_assist to shiyu_app;
create index case_assist_of_case on case_assist (tenant_id, case_id);

-- Numbers are dense per city and day (spec: case numbers): the row is the lock.
create table case_number (
    tenant_id text not null,
    day date not null,
    last integer not null,
    primary key (tenant_id, day)
);
alter table case_number enable row level security;
alter table case_number force row level security;
create policy tenant_wall on case_number
    using (tenant_id = nullif(current_setting('app.tenant', true), ''))
    with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update on case_number to shiyu_app;

-- What a resident has answered so far in the report wizard: a closed page or a dead battery loses nothing typed.
create table case_draft (
    tenant_id text not null,
    resident_id text not null,
    answers text not null,
    updated_at timestamptz not null,
    primary key (tenant_id, resident_id)
);
alter table case_draft enable row level security;
alter table case_draft force row level security;
create policy tenant_wall on case_draft
    using (tenant_id = nullif(current_setting('app.tenant', true), ''))
    with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update, delete on case_draft to shiyu_app;
