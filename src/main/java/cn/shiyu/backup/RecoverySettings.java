package cn.shiyu.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How the restored server is to roll itself forward when it is started.
 *
 * @param at null for all the log there is
 */
record RecoverySettings(Path wal, Instant at, String timeline) {

    void writeInto(Path data) throws IOException {
        // postgresql.auto.conf is read last: what the old server was told stays, this wins.
        Files.write(
                data.resolve("postgresql.auto.conf"), lines(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Files.createFile(data.resolve("recovery.signal"));
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "# Written by shiyu.command=restore",
                set("restore_command", "cp " + Shell.quoted(wal) + "/%f \"%p\""),
                set("recovery_target_timeline", timeline),
                set("recovery_target_action", "promote"),
                "# Nobody sees it before it is where it shall be.",
                set("hot_standby", "off"),
                "# The archive belongs to the old server; give this one its own before it takes over (docs/backup.md).",
                set("archive_mode", "off"),
                set("primary_conninfo", ""),
                set("primary_slot_name", "")));
        if (at != null) {
            lines.add(set("recovery_target_time", Moments.forPostgres(at)));
        }
        return lines;
    }

    private static String set(String name, String value) {
        return name + " = '" + value + "'";
    }
}
