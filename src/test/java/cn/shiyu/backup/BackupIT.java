package cn.shiyu.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.dev.SpareDatabase;
import cn.shiyu.eventlog.ChainReport;
import cn.shiyu.platform.command.Command;
import cn.shiyu.platform.command.ErrandRefused;
import cn.shiyu.support.Databases;
import cn.shiyu.tenancy.TenantId;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server of its own, archived and backed up while two cities work on it, ruined, and restored beside itself to the
 * moment before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupIT {

    @TempDir
    static Path root;

    private Drill drill;
    private BusyCities cities;
    private Manifest backup;
    private Instant before;
    private List<String> stateBefore;

    @BeforeAll
    void backUpWhileCitiesWorkThenRuinTheServer() throws Exception {
        drill = Drill.begin(root);
        cities = new BusyCities(drill.database(), drill.uploads());
        Path space = drill.database().folder(root.resolve("space"));
        try (Connection superuser = drill.database().as("postgres")) {
            superuser.createStatement().execute("create tablespace elsewhere location '" + space + "'");
            superuser.createStatement().execute("create table spaced (n int) tablespace elsewhere");
            superuser.createStatement().execute("insert into spaced select generate_series(1, 1000)");
        }
        cities.write(100);
        cities.startWorking();
        drill.run(
                new TakeBackup(),
                "shiyu.files.folder",
                drill.uploads().toString(),
                "shiyu.backup.megabytes-per-second",
                "20");
        Thread.sleep(300);
        cities.stopWorking();
        backup = new Repository(drill.backups(), drill.backups().resolve("wal"))
                .newest()
                .orElseThrow()
                .manifest();
        before = drill.now();
        stateBefore = Drill.stateOf(drill.database());
        drill.run(new CopyUploads(), "shiyu.files.folder", drill.uploads().toString());
        cities.write(20);
        Drill.ruin(
                drill.database(),
                "delete from event where tenant_id = 'jieshou' and seq = 3",
                "update event set payload = '{\"n\":99}' where tenant_id = 'liaocheng' and seq = 2",
                "truncate case_draft",
                "delete from spaced");
        cities.write(5);
        drill.archiveAll();
    }

    @AfterAll
    void end() {
        cities.close();
        drill.database().close();
    }

    @Test
    void bringsEverythingBackAsItWasAtTheMoment() throws Exception {
        Path to = restore("before", "shiyu.restore.at", before.toString());
        try (SpareDatabase restored = SpareDatabase.on(to);
                BusyCities there = new BusyCities(restored, to.resolve("files"))) {
            assertThat(Drill.stateOf(restored)).isEqualTo(stateBefore);
            for (TenantId city : BusyCities.CITIES) {
                ChainReport chains = there.chains(city);
                assertThat(chains.isWhole()).as(chains.toString()).isTrue();
                assertThat(stateBefore).contains("event " + city + " " + chains.events());
            }
            assertThat(spaceOf(restored)).startsWith(to.toString());
            Command.Outcome verified = verify(restored, to, "shiyu.restore.contents", "true");
            assertThat(verified.good()).as(verified.words()).isTrue();

            Path photo = anyPhoto(to.resolve("files"));
            Files.writeString(photo, "another photo, as long");
            assertThat(verify(restored, to).words())
                    .contains("核对不通过")
                    .contains(photo.getFileName().toString());
            Files.delete(photo);
            assertThat(verify(restored, to).words())
                    .contains("缺少上传的文件")
                    .contains(photo.getFileName().toString());
        }
    }

    @Test
    void showsAHistoryRewrittenToItsEndWhichTheChainsCannotShow() throws Exception {
        Path to = restore("rewritten", "shiyu.restore.at", before.toString());
        TenantId city = new TenantId("liaocheng");
        try (SpareDatabase restored = SpareDatabase.on(to);
                BusyCities there = new BusyCities(restored, to.resolve("files"))) {
            UUID stream = oldStream(restored);
            Drill.ruin(
                    restored,
                    "delete from event where stream_id = '" + stream + "'",
                    "delete from stream_head where stream_id = '" + stream + "'");
            there.append(city, stream, 3);
            assertThat(there.chains(city).isWhole()).isTrue();
            Command.Outcome verified = verify(restored, to);
            assertThat(verified.good()).isFalse();
            assertThat(verified.words()).contains("城市 liaocheng 的链 " + stream + " 第 3 个事件与备份时记下的不同");
        }
    }

    @Test
    void bringsTheDisasterBackTooWhenAskedForTheEndOfTheLog() throws Exception {
        Path to = restore("latest");
        try (SpareDatabase restored = SpareDatabase.on(to)) {
            assertThat(Drill.stateOf(restored)).isEqualTo(Drill.stateOf(drill.database()));
            Command.Outcome verified = verify(restored, to);
            assertThat(verified.good()).isFalse();
            assertThat(verified.words()).contains("城市 jieshou 的链").contains("缺少第 3 个事件");
        }
    }

    @Test
    void namesTheDamagedFileAndLeavesNothingBehind() throws Exception {
        Path file = largestFile(folder().resolve("data"));
        byte[] whole = Files.readAllBytes(file);
        byte[] damaged = whole.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(file, damaged);
        assertThatThrownBy(() -> restore("damaged"))
                .isInstanceOf(ErrandRefused.class)
                .hasMessageContaining("已损坏")
                .hasMessageContaining(file.toString());
        assertThat(root.resolve("damaged")).isEmptyDirectory();
        Files.delete(file);
        assertThatThrownBy(() -> restore("damaged"))
                .isInstanceOf(ErrandRefused.class)
                .hasMessageContaining("缺少文件")
                .hasMessageContaining(file.toString());
        Files.write(file, whole);
    }

    @Test
    void namesTheMissingLog() throws Exception {
        Path segment = drill.backups().resolve("wal").resolve(backup.wal().lastSegment());
        Path away = root.resolve("away");
        Files.move(segment, away);
        assertThatThrownBy(() -> restore("gap", "shiyu.restore.at", before.toString()))
                .isInstanceOf(ErrandRefused.class)
                .hasMessageContaining(backup.wal().lastSegment());
        Files.move(away, segment);
    }

    @Test
    void refusesATargetThatIsNotEmpty() throws Exception {
        Path target = Files.createDirectories(root.resolve("full"));
        Files.createFile(target.resolve("somebody's"));
        assertThatThrownBy(() -> restore("full"))
                .isInstanceOf(ErrandRefused.class)
                .hasMessageContaining(target.toString());
        assertThat(target.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23 10:00", "2020-01-01T00:00:00+08:00", "2099-01-01T00:00:00+08:00"})
    void refusesAMomentItCannotReach(String moment) {
        assertThatThrownBy(() -> restore("never", "shiyu.restore.at", moment)).isInstanceOf(ErrandRefused.class);
        assertThat(root.resolve("never")).doesNotExist();
    }

    @Test
    void learnsBeforeCopyingThatTheLogDoesNotArrive() throws Exception {
        Path nowhere = Files.createDirectories(root.resolve("nowhere"));
        assertThatThrownBy(() -> drill.run(
                        new TakeBackup(), "shiyu.backup.wal", nowhere.toString(), "shiyu.backup.wait-seconds", "1"))
                .isInstanceOf(ErrandRefused.class)
                .hasMessageContaining(nowhere.toString());
        assertThat(drill.run(new ListBackups()).words()).contains(backup.name()).contains("可恢复到");
    }

    @Test
    void leavesOneBackupAtATime() throws Exception {
        Repository repository = new Repository(drill.backups(), drill.backups().resolve("wal"));
        try (FileChannel other = repository.lock()) {
            assertThatThrownBy(() -> drill.run(new TakeBackup()))
                    .isInstanceOf(ErrandRefused.class)
                    .hasMessageContaining("另一个任务");
        }
    }

    @Test
    void tellsTheApplicationsRoleThatItMayNot() {
        assertThatThrownBy(() -> drill.run(new TakeBackup(), "shiyu.backup.database.user", "shiyu_app"))
                .isInstanceOf(ErrandRefused.class)
                .hasMessageContaining("shiyu_app")
                .hasMessageContaining("docs/backup.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select words from event",
                "select subject from case_file",
                "select oidc_subject from resident",
                "select answers from case_draft",
                "delete from case_draft",
                "insert into stream_head (tenant_id) values ('jieshou')",
            })
    void readsNothingOfWhatPeopleWroteByItsRole(String attempt) throws SQLException {
        try (Connection role = drill.database().as("shiyu_backup")) {
            assertThatThrownBy(() -> role.createStatement().execute(attempt))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    private Path restore(String name, String... more) throws Exception {
        Path to = root.resolve(name);
        String[] all = Stream.concat(Stream.of("shiyu.restore.to", to.toString()), Stream.of(more))
                .toArray(String[]::new);
        drill.run(new Restore(), all);
        return to;
    }

    private Command.Outcome verify(SpareDatabase restored, Path to, String... more) throws Exception {
        String[] all = Stream.concat(Stream.of("shiyu.restore.to", to.toString()), Stream.of(more))
                .toArray(String[]::new);
        return drill.run(new VerifyRestore(), restored, all);
    }

    private Path folder() {
        return drill.backups().resolve("base").resolve(backup.name());
    }

    private static Path largestFile(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .max(java.util.Comparator.comparingLong(
                            file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    private static Path anyPhoto(Path uploads) throws Exception {
        try (Stream<Path> files = Files.walk(uploads)) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    /** One of which the backup knew: of those that began later it can say nothing. */
    private static UUID oldStream(SpareDatabase server) throws SQLException {
        try (Connection superuser = server.as("postgres")) {
            return UUID.fromString(Databases.column(
                            superuser, "select stream_id::text from event where tenant_id = 'liaocheng' order by occurred_at, event_id limit 1")
                    .get(0));
        }
    }

    private static String spaceOf(SpareDatabase server) throws SQLException {
        try (Connection superuser = server.as("postgres")) {
            return Databases.column(
                            superuser,
                            "select pg_tablespace_location(oid) from pg_tablespace where spcname = 'elsewhere'")
                    .get(0);
        }
    }
}
