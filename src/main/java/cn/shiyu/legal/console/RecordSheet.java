package cn.shiyu.legal.console;

import cn.shiyu.legal.Outcome;
import cn.shiyu.legal.ServiceRecord;
import cn.shiyu.platform.web.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The record as a spreadsheet: one line an advisor. */
final class RecordSheet {

    private RecordSheet() {}

    static byte[] of(YearMonth month, List<ServiceRecord> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "shiyu", "1.0")) {
            Worksheet sheet = book.newWorksheet(month.toString());
            row(sheet, 0, heads());
            for (int i = 0; i < lines.size(); i++) {
                row(sheet, i + 1, cells(lines.get(i)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<Object> heads() {
        List<Object> heads = new ArrayList<>(List.of(word("advisor"), word("firm"), word("answered"), word("concluded")));
        Arrays.stream(Outcome.values()).map(one -> Messages.get("legal.outcome." + one)).forEach(heads::add);
        heads.addAll(List.of(word("rated"), word("satisfied"), word("talks"), word("minutes")));
        return heads;
    }

    private static List<Object> cells(ServiceRecord line) {
        List<Object> cells = new ArrayList<>(List.of(line.name(), line.firm(), line.answered(), line.concluded()));
        Arrays.stream(Outcome.values()).map(one -> line.outcome(one.name())).forEach(cells::add);
        cells.addAll(List.of(line.rated(), line.satisfied(), line.talks(), line.minutes()));
        return cells;
    }

    private static void row(Worksheet sheet, int row, List<Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof Number number) {
                sheet.value(row, column, number);
            } else {
                sheet.value(row, column, String.valueOf(cells.get(column)));
            }
        }
    }

    private static String word(String key) {
        return Messages.get("legal.record." + key);
    }
}
