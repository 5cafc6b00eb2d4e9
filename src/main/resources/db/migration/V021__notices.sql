-- What a resident was told (消息). Their own alone; goes with them.
create table notice (
    tenant_id text not null,
    resident_id uuid not null,
    -- Time-ordered: newest first is the key read backwards.
    notice_id uuid not null,
    words text not null check (length(words) <= 300),
    link text not null check (link like '/%'),
    at timestamptz not null,
    read_at timestamptz,
    primary key (tenant_id, resident_id, notice_id),
    foreign key (tenant_id, resident_id) references resident (tenant_id, resident_id) on delete cascade
);
create index notice_unread on notice (tenant_id, resident_id) where read_at is null;
alter table notice enable row level security;
alter table notice force row level security;
create policy tenant_wall on notice
    using (tenant_id = nullif(current_setting('app.tenant', true), ''))
    with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, update (read_at) on notice to shiyu_app;
