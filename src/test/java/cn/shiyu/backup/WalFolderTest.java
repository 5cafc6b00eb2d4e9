package cn.shiyu.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.platform.command.ErrandRefused;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gaps in the archived log are found before a restore begins. Segments here are 1 MB: 4096 to a log. */
class WalFolderTest {

    private static final long SIZE = 1 << 20;
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final Manifest.Wal BACKUP =
            new Manifest.Wal("", "", "000000010000000000000FFE", "000000010000000000000FFF");

    @TempDir
    Path folder;

    @Test
    void countsOnAcrossTheEndOfALog() throws IOException {
        segments("000000010000000000000FFE", "000000010000000000000FFF", "000000010000000100000000");
        assertThatCode(() -> wal().refuseGaps(BACKUP, null)).doesNotThrowAnyException();
        assertThat(wal().reach(BACKUP.firstSegment())).contains(NOON.plusSeconds(120));
    }

    @Test
    void namesTheFirstMissingSegment() throws IOException {
        segments("000000010000000000000FFE", "000000010000000000000FFF", "000000010000000100000001");
        refuses(null, "000000010000000100000000");
        Files.delete(folder.resolve("000000010000000000000FFF"));
        refuses(null, "000000010000000000000FFF");
    }

    @Test
    void takesHalfASegmentForNone() throws IOException {
        segments("000000010000000000000FFE", "000000010000000000000FFF");
        Files.write(folder.resolve("000000010000000000000FFF"), new byte[100]);
        refuses(null, "000000010000000000000FFF");
    }

    @Test
    void doesNotMindAGapBehindTheMoment() throws IOException {
        segments("000000010000000000000FFE", "000000010000000000000FFF", "000000010000000100000001");
        assertThatCode(() -> wal().refuseGaps(BACKUP, NOON.plusSeconds(30))).doesNotThrowAnyException();
        refuses(NOON.plusSeconds(90), "000000010000000100000000");
    }

    @Test
    void saysHowFarTheLogReaches() throws IOException {
        segments("000000010000000000000FFE", "000000010000000000000FFF");
        refuses(NOON.plusSeconds(600), Moments.show(NOON.plusSeconds(60)));
    }

    @Test
    void followsALaterTimeline() throws IOException {
        segments("000000010000000000000FFE", "000000010000000000000FFF", "000000020000000100000000");
        assertThatCode(() -> wal().refuseGaps(BACKUP, NOON.plusSeconds(100))).doesNotThrowAnyException();
    }

    private WalFolder wal() {
        return new WalFolder(folder, SIZE);
    }

    private void refuses(Instant at, String naming) {
        assertThatThrownBy(() -> wal().refuseGaps(BACKUP, at))
                .isInstanceOf(ErrandRefused.class)
                .hasMessageContaining(naming);
    }

    /** Each written a minute after the one before. */
    private void segments(String... names) throws IOException {
        for (int i = 0; i < names.length; i++) {
            Path file = folder.resolve(names[i]);
            try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                sparse.setLength(SIZE);
            }
            Files.setLastModifiedTime(file, FileTime.from(NOON.plusSeconds(60L * i)));
        }
    }
}
