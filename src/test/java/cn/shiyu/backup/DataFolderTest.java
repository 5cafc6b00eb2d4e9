package cn.shiyu.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backup takes of a data folder. */
class DataFolderTest {

    @TempDir
    Path root;

    @Test
    void takesTheDataAndLeavesWhatBelongsToTheRunningServer() throws IOException {
        file("PG_VERSION", "global/pg_control", "base/1/1259", "base/1/pg_internal.init", "base/1/16384_init");
        file("postmaster.pid", "postmaster.opts", "backup_label.old", "base/pgsql_tmp/pgsql_tmp12.0");
        file("pg_wal/000000010000000000000001", "pg_wal/archive_status/1.done", "pg_replslot/standby/state");
        file("log/postgresql.log", "pg_stat_tmp/x", "pg_xact/0000", "base/1/log");
        DataFolder found = DataFolder.look(root);
        assertThat(found.files())
                .extracting(Path::toString)
                .containsExactlyInAnyOrder(
                        "PG_VERSION",
                        "global/pg_control",
                        "base/1/1259",
                        "base/1/16384_init",
                        "pg_xact/0000",
                        "base/1/log");
        assertThat(found.folders())
                .extracting(Path::toString)
                .containsExactlyInAnyOrder(
                        "", "global", "base", "base/1", "pg_wal", "pg_replslot", "log", "pg_stat_tmp", "pg_xact");
    }

    @Test
    void makesAFolderOfALogThatLiesElsewhere(@TempDir Path elsewhere) throws IOException {
        file("PG_VERSION");
        Files.createFile(elsewhere.resolve("000000010000000000000001"));
        Files.createSymbolicLink(root.resolve("pg_wal"), elsewhere);
        DataFolder found = DataFolder.look(root);
        assertThat(found.folders()).contains(Path.of("pg_wal"));
        assertThat(found.files()).containsExactly(Path.of("PG_VERSION"));
    }

    private void file(String... names) throws IOException {
        for (String name : names) {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
    }
}
