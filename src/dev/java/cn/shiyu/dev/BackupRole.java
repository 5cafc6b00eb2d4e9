package cn.shiyu.dev;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The role that backups run as, with the rights that docs/backup.md names. */
final class BackupRole {

    static final String NAME = "shiyu_backup";

    private static final List<String> RIGHTS = List.of(
            "grant connect, temporary on database " + DatabaseRoles.DATABASE + " to " + NAME,
            "grant pg_read_all_settings to " + NAME,
            "grant execute on function pg_backup_start(text, boolean) to " + NAME,
            "grant execute on function pg_backup_stop(boolean) to " + NAME,
            "grant execute on function pg_switch_wal() to " + NAME);

    private BackupRole() {}

    static void prepare(int port) throws SQLException {
        try (Connection superuser = DriverManager.getConnection(
                        DatabaseRoles.jdbc(port, DatabaseRoles.DATABASE), DatabaseRoles.superuser());
                Statement statement = superuser.createStatement()) {
            statement.execute("do $$ begin if not exists (select 1 from pg_roles where rolname = '" + NAME + "') then"
                    + " create role " + NAME + " login nosuperuser bypassrls nocreatedb nocreaterole password '"
                    + DatabaseRoles.PASSWORD + "'; end if; end $$");
            for (String right : RIGHTS) {
                statement.execute(right);
            }
        }
    }
}
