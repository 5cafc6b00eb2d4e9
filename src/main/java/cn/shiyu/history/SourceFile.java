package cn.shiyu.history;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A source's file, opened behind its header. Blocking. */
record SourceFile(FileEncoding encoding, List<String> header, CsvRecords records) implements Closeable {

    /** @throws Refusal 422 when it has no header */
    static SourceFile open(Path file, char separator) throws IOException {
        FileEncoding encoding = FileEncoding.of(file);
        CsvRecords records = CsvRecords.of(file, encoding, separator);
        CsvRecord first = records.next();
        List<String> columns = first == null ? null : first.columns(separator);
        if (columns == null) {
            records.close();
            throw Refusal.badInput("file", Messages.get(first == null ? "history.file.empty" : "history.file.header"));
        }
        return new SourceFile(encoding, columns.stream().map(String::strip).toList(), records);
    }

    /** The next so many records; fewer, or none, at the end. */
    List<CsvRecord> next(int most) throws IOException {
        List<CsvRecord> batch = new ArrayList<>(most);
        for (CsvRecord record = null; batch.size() < most && (record = records.next()) != null; ) {
            batch.add(record);
        }
        return batch;
    }

    /** What was done before: read over, not looked at. */
    void skip(int done) throws IOException {
        for (int i = 0; i < done && records.next() != null; i++) {}
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
