package cn.shiyu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Collects Markdown, prints it as it comes and keeps it in a file below target. */
final class Report {

    private final Path file;
    private final StringBuilder text = new StringBuilder();

    Report(String name) {
        this.file = Path.of("target", name);
    }

    void line(String words, Object... arguments) {
        String line = arguments.length == 0 ? words : String.format(Locale.ROOT, words, arguments);
        text.append(line).append('\n');
        System.out.println(line);
        write();
    }

    void row(Object... cells) {
        StringBuilder row = new StringBuilder("|");
        for (Object cell : cells) {
            String words = cell instanceof Double number ? String.format(Locale.ROOT, number < 10 ? "%.2f" : "%.0f", number) : cell.toString();
            row.append(' ').append(words).append(" |");
        }
        line(row.toString());
    }

    void head(String... cells) {
        line("");
        row((Object[]) cells);
        line("|" + " --- |".repeat(cells.length));
    }

    void slow(Plans.Slow slow) {
        line("");
        line("Mean %.2f ms in %d calls:", slow.meanMillis(), slow.calls());
        line("```sql");
        line(slow.text().strip());
        line("```");
        line("```");
        line(slow.plan().isEmpty() ? "(not seen again)" : slow.plan().stripTrailing());
        line("```");
    }

    private void write() {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
