package cn.shiyu.backup;

import cn.shiyu.dev.SpareDatabase;
import cn.shiyu.dev.TestServers;
import cn.shiyu.platform.command.Command;
import cn.shiyu.platform.command.Errand;
import cn.shiyu.platform.command.Settings;
import cn.shiyu.support.Databases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** A server with its backups in a folder, and the errands an operator runs there. */
record Drill(Path root, SpareDatabase database) {

    static Drill begin(Path root) throws Exception {
        Drill drill = new Drill(root, SpareDatabase.archiving(root.resolve("primary"), root.resolve("backups")));
        Flyway.configure()
                .dataSource("jdbc:" + drill.database.url(), "shiyu_owner", TestServers.databasePassword())
                .locations("db/migration")
                .load()
                .migrate();
        return drill;
    }

    Path backups() {
        return root.resolve("backups");
    }

    Path uploads() {
        return root.resolve("uploads");
    }

    /** @param more name, value, name, value … */
    Command.Outcome run(Errand errand, String... more) throws Exception {
        return run(errand, database, more);
    }

    Command.Outcome run(Errand errand, SpareDatabase on, String... more) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "shiyu.backup.to", backups().toString(),
                "shiyu.backup.database.url", on.url(),
                "shiyu.backup.database.password", TestServers.databasePassword(),
                "shiyu.backup.fast", "true",
                "shiyu.restore.from", backups().toString()));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return errand.run(Settings.from(settings::get));
    }

    /** By the server's clock, with nothing happening at the same instant. */
    Instant now() throws Exception {
        Thread.sleep(20);
        try (Connection superuser = database.as("postgres")) {
            String now = Databases.column(superuser, "select to_json(clock_timestamp() at time zone 'UTC') #>> '{}'")
                    .get(0);
            return OffsetDateTime.parse(now + "Z").toInstant();
        } finally {
            Thread.sleep(20);
        }
    }

    /** Everything written so far is in the archive when this returns. */
    void archiveAll() throws Exception {
        try (Connection superuser = database.as("postgres")) {
            String segment = Databases.column(superuser, "select pg_walfile_name(pg_switch_wal())")
                    .get(0);
            if (!new WalFolder(backups().resolve("wal"), 16 << 20).arrives(segment, 20)) {
                throw new IllegalStateException(segment + " never arrived");
            }
        }
    }

    /** What a superuser sees: rows by table and city, and each stream's end. */
    static List<String> stateOf(SpareDatabase server) throws SQLException {
        try (Connection superuser = server.as("postgres")) {
            return Databases.column(superuser, """
                    select 'event ' || tenant_id || ' ' || count(*) from event group by tenant_id
                    union all select 'case_draft ' || tenant_id || ' ' || count(*) from case_draft group by tenant_id
                    union all select 'file ' || tenant_id || ' ' || count(*) from file group by tenant_id
                    union all select 'spaced ' || count(*) from spaced
                    union all select tenant_id || ' ' || stream_id || ' ' || seq || ' ' || encode(hash, 'hex')
                      from stream_head
                    order by 1""");
        }
    }

    /** As a superuser with triggers off: the worst that can happen. */
    static void ruin(SpareDatabase server, String... statements) throws SQLException {
        try (Connection superuser = server.as("postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
