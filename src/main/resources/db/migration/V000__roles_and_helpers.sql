-- Roles are made outside (docs/running.md): shiyu_owner runs these files and owns everything,
-- shiyu_app is the application, owns nothing and is bound by row-level security.
revoke all on schema public from public;
grant usage on schema public to shiyu_app;
