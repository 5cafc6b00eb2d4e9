package cn.shiyu.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordsTest {

    @TempDir
    Path folder;

    private List<CsvRecord> records(String text, Charset charset) throws IOException {
        Path file = folder.resolve("file.csv");
        Files.write(file, text.getBytes(charset));
        List<CsvRecord> all = new ArrayList<>();
        try (CsvRecords records = CsvRecords.of(file, FileEncoding.of(file), ',')) {
            for (CsvRecord record = records.next(); record != null; record = records.next()) {
                all.add(record);
            }
        }
        return all;
    }

    private List<CsvRecord> records(String text) throws IOException {
        return records(text, StandardCharsets.UTF_8);
    }

    @Test
    void tellsOnWhichLineARecordBegins() throws IOException {
        assertThat(records("a,b\r\n1,\"two\r\nlines\"\r\n\r\n2,x\n3,y"))
                .extracting(CsvRecord::line, CsvRecord::text)
                .containsExactly(
                        tuple(1, "a,b"), tuple(2, "1,\"two\r\nlines\""), tuple(5, "2,x"), tuple(6, "3,y"));
    }

    @Test
    void readsColumnsWithQuotesCommasAndLines() throws IOException {
        CsvRecord record = records("1,\"he said \"\"no, never\"\"\nand left\",,last\n").get(0);
        assertThat(record.columns(',')).containsExactly("1", "he said \"no, never\"\nand left", "", "last");
        assertThat(records("5\" pipe,a\"b").get(0).columns(',')).containsExactly("5\" pipe", "a\"b");
    }

    @Test
    void anOpenQuoteCostsTheLineOnWhichItStands() throws IOException {
        assertThat(records("1,\"open\n2,\"good\"\n3,also good\n"))
                .extracting(CsvRecord::line, CsvRecord::broken)
                .containsExactly(tuple(1, true), tuple(2, false), tuple(3, false));
        assertThat(records("1,fine\n2,\"open till the end\n3,swallowed by nothing"))
                .extracting(CsvRecord::line, CsvRecord::broken)
                .containsExactly(tuple(1, false), tuple(2, true), tuple(3, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void findsOutHowTheFileIsWritten(String charset) throws IOException {
        String text = "编号,内容\n1,路灯不亮已经三天了,𠮷野家门口\n";
        assertThat(records(text, Charset.forName(charset)).get(1).text()).isEqualTo("1,路灯不亮已经三天了,𠮷野家门口");
    }

    @Test
    void takesTheMarkOfUtf8ForNoText() throws IOException {
        assertThat(records("\uFEFF编号\n1").get(0).text()).isEqualTo("编号");
    }

    @Test
    void readsAFileOfManyLinesThroughASmallWindow() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 30_000; i++) {
            text.append(i).append(",\"某某路\n积水\"\n");
        }
        List<CsvRecord> all = records(text.toString());
        assertThat(all).hasSize(30_000);
        assertThat(all.get(29_999)).isEqualTo(new CsvRecord(59_999, "30000,\"某某路\n积水\"", false));
    }
}
