package cn.shiyu.history;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.List;

/**
 * One record of the file, as it stands there.
 *
 * @param line where it begins; the file's first line is 1
 * @param text without the end of its line; quoted columns may hold more lines
 * @param broken whether its quotes do not close
 */
record CsvRecord(int line, String text, boolean broken) {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .build();

    /** @return its columns; null where they cannot be told apart */
    List<String> columns(char separator) {
        if (broken) {
            return null;
        }
        try {
            List<String[]> rows = reader(separator).<String[]>readValues(text).readAll();
            return rows.size() == 1 ? List.of(rows.get(0)) : rows.isEmpty() ? List.of("") : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static ObjectReader reader(char separator) {
        return CSV.readerFor(String[].class).with(CsvSchema.emptySchema().withColumnSeparator(separator));
    }
}
