package cn.shiyu.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was broken, what people saw, how long it took and what was lost: a table in Markdown, written as the faults happen. */
final class FaultTable {

    private static final String HEAD = """
            | 故障 | 期间人们得到的回答 | 最慢 | 就绪实例(最少) | 恢复后多久一切正常 | 已确认的诉求 | 丢失或重复 |
            | --- | --- | --- | --- | --- | --- | --- |
            """;

    private final Path file;
    private final List<String> rows = new ArrayList<>();

    FaultTable(Path file) {
        this.file = file;
    }

    void add(
            String fault,
            Map<EverydayLife.Doing, Map<String, Integer>> seen,
            long slowestMillis,
            String ready,
            Duration normal,
            int acknowledged,
            int lost) {
        rows.add("| %s | %s | %.1f s | %s | %.1f s | %d | %d |"
                .formatted(
                        fault, words(seen), slowestMillis / 1000.0, ready, normal.toMillis() / 1000.0, acknowledged, lost));
        write();
    }

    private static String words(Map<EverydayLife.Doing, Map<String, Integer>> seen) {
        return seen.entrySet().stream()
                .map(entry -> entry.getKey().words() + ":"
                        + entry.getValue().entrySet().stream()
                                .map(outcome -> outcome.getKey() + " ×" + outcome.getValue())
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining("<br>"));
    }

    private void write() {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, HEAD + String.join("\n", rows) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
