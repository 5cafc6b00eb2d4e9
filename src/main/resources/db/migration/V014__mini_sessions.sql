-- Sessions of the mini-program. Redis answers for them while it can; here they are safe from its loss.
create table mini_session (
    tenant_id    text        not null,
    -- SM3 of the token: whoever reads this table cannot sign in with what they find.
    token_digest bytea       not null,
    resident_id  uuid        not null,
    -- To the day: enough to know what nobody uses any more.
    used_on      date        not null,
    primary key (tenant_id, token_digest),
    foreign key (tenant_id, resident_id) references resident (tenant_id, resident_id) on delete cascade
);
create index mini_session_of_resident on mini_session (tenant_id, resident_id);
create index mini_session_unused on mini_session (tenant_id, used_on);

alter table mini_session enable row level security;
alter table mini_session force row level security;
create policy tenant_wall on mini_session
    using (tenant_id = nullif(current_setting('app.tenant', true), ''))
    with check (tenant_id = nullif(current_setting('app.tenant', true), ''));
grant select, insert, delete on mini_session to shiyu_app;
grant update (used_on) on mini_session to shiyu_app;
