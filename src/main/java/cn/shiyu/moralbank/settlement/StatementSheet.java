package cn.shiyu.moralbank.settlement;

import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.Times;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The statement as a spreadsheet: what is due, every line, whose points they were. It takes the processor: not on the event loop. */
public final class StatementSheet {

    private StatementSheet() {}

    public static byte[] of(StatementView view) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "shiyu", "1.0")) {
            whole(book.newWorksheet(word("sheetWhole")), view);
            lines(book.newWorksheet(word("sheetLines")), view);
            shares(book.newWorksheet(word("sheetShares")), view);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void whole(Worksheet sheet, StatementView view) {
        sheet.width(0, 18);
        sheet.width(1, 70);
        int row = 0;
        for (List<Object> one : StatementFacts.of(view)) {
            row(sheet, row++, one);
        }
    }

    private static void lines(Worksheet sheet, StatementView view) {
        row(sheet, 0, List.of(word("day"), word("time"), word("kind"), word("points"), word("transfer")));
        sheet.style(0, 0).bold().set();
        sheet.freezePane(0, 1);
        sheet.width(1, 18);
        sheet.width(4, 40);
        int row = 1;
        for (StatementLine line : view.lines()) {
            row(sheet, row++, List.of(
                    line.day().toString(), Times.minute(line.at()), Messages.get("settlement.kind." + line.kind()), line.points(),
                    line.transfer().toString()));
        }
    }

    private static void shares(Worksheet sheet, StatementView view) {
        row(sheet, 0, List.of(word("sponsor"), word("budget"), word("points")));
        int row = 1;
        for (StatementShare share : view.shares()) {
            row(sheet, row++, List.of(share.sponsor(), share.budget(), share.points()));
        }
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
        return Messages.get("settlement." + key);
    }
}
