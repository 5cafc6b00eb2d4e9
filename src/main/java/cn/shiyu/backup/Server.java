package cn.shiyu.backup;

import cn.shiyu.platform.command.ErrandRefused;
import cn.shiyu.platform.web.Messages;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** The running server, asked and told what a backup needs. */
final class Server {

    private static final int OLDEST = 15;

    private final Database database;

    Server(Database database) {
        this.database = database;
    }

    /** What pg_backup_stop answers; the two texts become files of the backup, byte for byte. */
    record Stopped(String lsn, String label, String tablespaceMap) {}

    /** @throws ErrandRefused when the server cannot be backed up this way, saying what to change */
    void refuseIfUnfit() {
        if (Integer.parseInt(setting("server_version_num")) / 10_000 < OLDEST) {
            throw new ErrandRefused(Messages.get("backup.tooOld", setting("server_version")));
        }
        if (database.truth("select pg_is_in_recovery()")) {
            throw new ErrandRefused(Messages.get("backup.isStandby"));
        }
        boolean command = !setting("archive_command").isBlank()
                && !setting("archive_command").equals("(disabled)");
        if (setting("archive_mode").equals("off")
                || !command && setting("archive_library").isBlank()) {
            throw new ErrandRefused(Messages.get("backup.noArchiving"));
        }
    }

    Manifest.Server facts(String owner) {
        return new Manifest.Server(
                setting("server_version"),
                database.one("select system_identifier::text from pg_control_system()"),
                segmentBytes(),
                setting("data_directory"),
                owner);
    }

    Path dataFolder() {
        return Path.of(setting("data_directory"));
    }

    /** The files of settings, which some systems keep outside the data folder. */
    List<Path> settingsFiles() {
        return List.of(Path.of(setting("config_file")), Path.of(setting("hba_file")), Path.of(setting("ident_file")));
    }

    long segmentBytes() {
        return Long.parseLong(database.one("select setting from pg_settings where name = 'wal_segment_size'"));
    }

    Instant now() {
        return OffsetDateTime.parse(database.one(
                        "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"))
                .toInstant();
    }

    /** @param fast whether to hurry the checkpoint, at the cost of those who work meanwhile */
    String start(String label, boolean fast) {
        return database.one("select pg_backup_start(?, ?)::text", label, fast);
    }

    /** Does not wait for the archive: we do, and give up with a sentence. */
    Stopped stop() {
        List<String> answer =
                database.row("select lsn::text, labelfile, spcmapfile from pg_backup_stop(wait_for_archive => false)");
        return new Stopped(answer.get(0), answer.get(1), answer.get(2));
    }

    String segmentOf(String lsn) {
        return database.one("select pg_walfile_name(?::pg_lsn)", lsn);
    }

    void switchSegment() {
        database.one("select pg_switch_wal()::text");
    }

    /** Why segments do not arrive, as far as the server knows. */
    String archiverSays() {
        List<String> failed =
                database.row("select coalesce(last_failed_wal, '–'), coalesce(last_failed_time::text, '–'),"
                        + " coalesce(last_archived_wal, '–') from pg_stat_archiver");
        return Messages.get("backup.archiverSays", failed.get(2), failed.get(0), failed.get(1));
    }

    private String setting(String name) {
        return database.one("select current_setting(?)", name);
    }
}
