package cn.shiyu.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.platform.command.ErrandRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that PostgreSQL calls: whole or not at all, and never one segment over another. */
@DisabledOnOs(OS.WINDOWS)
class ArchiveScriptTest {

    private static final String NAME = "000000010000000000000001";

    @TempDir
    Path root;

    private Path wal;
    private Path segment;
    private String command;

    @BeforeEach
    void prepare() throws IOException {
        wal = root.resolve("a folder/wal");
        command = PrepareBackups.prepare(root.resolve("a folder"), wal);
        segment = Files.writeString(root.resolve("segment"), "the log");
        Files.setLastModifiedTime(segment, FileTime.from(Instant.parse("2026-11-23T02:00:00Z")));
    }

    @Test
    void putsASegmentIntoTheArchiveWithItsTime() throws Exception {
        assertThat(archive()).isZero();
        assertThat(wal.resolve(NAME)).hasContent("the log");
        assertThat(Files.getLastModifiedTime(wal.resolve(NAME))).isEqualTo(Files.getLastModifiedTime(segment));
        assertThat(names()).containsExactly(NAME);
    }

    @Test
    void takesTheSameSegmentAgainAndRefusesAnotherOfThatName() throws Exception {
        assertThat(archive()).isZero();
        assertThat(archive()).isZero();
        Files.writeString(segment, "another log");
        assertThat(archive()).isNotZero();
        assertThat(wal.resolve(NAME)).hasContent("the log");
    }

    @Test
    void beginsAnewWhereACrashLeftHalfOfIt() throws Exception {
        Files.writeString(wal.resolve("." + NAME + ".draft"), "th");
        assertThat(archive()).isZero();
        assertThat(wal.resolve(NAME)).hasContent("the log");
        assertThat(names()).containsExactly(NAME);
    }

    @Test
    void saysNoWhenTheArchiveIsNotThere() throws Exception {
        Files.delete(wal);
        assertThat(archive()).isNotZero();
    }

    @Test
    void refusesAPathThatAShellWouldReadAsSomethingElse() {
        assertThatThrownBy(() -> PrepareBackups.prepare(root.resolve("a$b"), root.resolve("wal")))
                .isInstanceOf(ErrandRefused.class);
    }

    /** As PostgreSQL does: fills in path and name, and hands it to a shell. */
    private int archive() throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", command.replace("%p", segment.toString()).replace("%f", NAME))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(wal)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
