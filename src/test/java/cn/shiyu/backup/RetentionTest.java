package cn.shiyu.backup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.platform.command.Command;
import cn.shiyu.platform.command.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which backups and which of the log go, and that a rehearsal touches nothing. */
class RetentionTest {

    @TempDir
    Path root;

    @BeforeEach
    void threeBackupsAndTheirLog() throws IOException {
        Files.createDirectories(root.resolve("wal"));
        backup("20261101T000000Z", "000000010000000000000003");
        backup("20261102T000000Z", "000000010000000000000006");
        backup("20261103T000000Z", "0000000200000000000000FF");
        for (String file : List.of(
                "000000010000000000000002",
                "000000010000000000000003",
                "000000010000000000000003.00000028.backup",
                "000000010000000000000005",
                "000000010000000000000006",
                "00000002.history",
                "000000020000000000000007",
                "0000000200000000000000FF",
                "000000020000000100000000")) {
            Files.createFile(root.resolve("wal").resolve(file));
        }
        Files.createDirectories(root.resolve("base/20261104T000000Z.partial/data"));
    }

    @Test
    void keepsTheNewestAndTheLogTheyNeed() throws Exception {
        assertThat(prune("2").words()).contains("20261101T000000Z").doesNotContain("20261102");
        assertThat(names("base"))
                .contains("20261102T000000Z", "20261103T000000Z")
                .doesNotContain("20261101T000000Z");
        assertThat(names("wal"))
                .containsExactly(
                        "000000010000000000000006",
                        "00000002.history",
                        "000000020000000000000007",
                        "0000000200000000000000FF",
                        "000000020000000100000000");
    }

    @Test
    void countsTheLogAcrossTimelines() throws Exception {
        prune("1");
        assertThat(names("wal"))
                .containsExactly("00000002.history", "0000000200000000000000FF", "000000020000000100000000");
    }

    @Test
    void removesLogOlderThanTheFirstBackupAndNoBackupWhenThereAreFew() throws Exception {
        prune("7");
        assertThat(names("base")).hasSize(4);
        assertThat(names("wal")).hasSize(8).doesNotContain("000000010000000000000002");
    }

    @Test
    void removesNothingInARehearsal() throws Exception {
        assertThat(prune("1", "shiyu.backup.dry-run", "true").words())
                .contains("20261101T000000Z, 20261102T000000Z")
                .contains("未删除");
        assertThat(names("base")).hasSize(4);
        assertThat(names("wal")).hasSize(9);
    }

    private void backup(String name, String firstSegment) throws IOException {
        Path folder = Files.createDirectories(root.resolve("base").resolve(name));
        new Manifest(
                        Manifest.FORMAT,
                        name,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        new Manifest.Server("18.6", "1", 16 << 20, "/data", "postgres"),
                        new Manifest.Wal("0/0", "0/0", firstSegment, firstSegment),
                        List.of(),
                        new Manifest.Content(0, 0, ""),
                        new Manifest.Uploads(0, 0),
                        new Census(Map.of(), List.of(), null))
                .write(folder);
    }

    private Command.Outcome prune(String keep, String... more) throws Exception {
        Map<String, String> settings =
                new HashMap<>(Map.of("shiyu.backup.to", root.toString(), "shiyu.backup.keep", keep));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return new PruneBackups().run(Settings.from(settings::get));
    }

    private List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
