package cn.shiyu.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.platform.problem.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest {

    @TempDir
    Path folder;

    private final FolderStore store = new FolderStore();

    @BeforeEach
    void prepare() {
        store.folder = folder;
        store.workers = new FileWorkers();
    }

    @Test
    void writesAFileWhole() throws IOException {
        put("jieshou/2026/photo");
        assertThat(folder.resolve("jieshou/2026/photo")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(filesIn("jieshou/2026")).isEqualTo(1);
    }

    @Test
    void saysThatItCannotKeepAFileRatherThanFail() throws IOException {
        Files.createFile(folder.resolve("jieshou"));
        assertThatThrownBy(() -> put("jieshou/2026/photo"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(503);
                    assertThat(refusal.code()).isEqualTo("files-away");
                    assertThat(refusal.sentence()).contains("文字可以照常提交");
                });
    }

    @Test
    void leavesNoHalfFileBehind() throws IOException {
        Files.createDirectories(folder.resolve("jieshou/2026/photo/taken"));
        assertThatThrownBy(() -> put("jieshou/2026/photo")).isInstanceOf(Refusal.class);
        assertThat(filesIn("jieshou/2026")).isEqualTo(1);
    }

    private void put(String key) {
        store.put(key, new byte[] {1, 2, 3}).await().atMost(Duration.ofSeconds(5));
    }

    private long filesIn(String below) throws IOException {
        try (var files = Files.list(folder.resolve(below))) {
            return files.count();
        }
    }
}
