package cn.shiyu.assessment.console;

import cn.shiyu.assessment.index.Indicator;
import cn.shiyu.assessment.index.IndicatorScore;
import cn.shiyu.assessment.index.MonthQueries;
import cn.shiyu.assessment.index.PeerGroup;
import cn.shiyu.assessment.index.SealedMonth;
import cn.shiyu.assessment.index.UnitScore;
import cn.shiyu.platform.web.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A sealed month as a spreadsheet: a sheet a group, and one that says how it was computed. */
final class MonthWorkbook {

    private static final int WIDE = 26;
    private static final int NARROW = 12;

    private MonthWorkbook() {}

    static byte[] of(String city, MonthQueries.Month month) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "shiyu", "1.0")) {
            for (PeerGroup group : month.sealed().index().groups()) {
                group(book.newWorksheet(group.name()), city, month, group);
            }
            basis(book.newWorksheet(word("basis")), month.sealed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void group(Worksheet sheet, String city, MonthQueries.Month month, PeerGroup group) {
        sheet.value(0, 0, city + " " + month.sealed().name() + " " + word("title") + " · " + group.name());
        sheet.style(0, 0).bold().fontSize(14).set();
        List<Indicator> indicators = month.sealed().index().indicators();
        List<Object> heads = new ArrayList<>(List.of(word("rank"), word("ranks"), word("unit"), word("composite"), word("low"), word("high"), word("few")));
        indicators.forEach(one -> heads.addAll(List.of(one.name(), one.name() + word("of"))));
        row(sheet, 2, heads);
        sheet.range(2, 0, 2, heads.size() - 1).style().bold().wrapText(true).set();
        int line = 3;
        for (UnitScore score : month.of(group.code())) {
            row(sheet, line++, cells(score, indicators));
        }
        for (int column = 0; column < heads.size(); column++) {
            sheet.width(column, column == 2 ? WIDE : NARROW);
        }
        sheet.freezePane(0, 3);
    }

    private static List<Object> cells(UnitScore score, List<Indicator> indicators) {
        List<Object> cells = new ArrayList<>(score.isRanked()
                ? List.of(score.rank(), score.best() + "–" + score.worst(), score.name(), score.composite(), score.low(), score.high(),
                        score.few() ? word("fewMark") : "")
                : List.of("—", "—", score.name(), "—", "—", "—", word("nothing")));
        for (Indicator indicator : indicators) {
            IndicatorScore one = score.indicators().stream().filter(it -> it.code().equals(indicator.code())).findFirst().orElse(null);
            boolean known = one != null && one.isKnown();
            cells.add(known ? one.rate() : "—");
            cells.add(one == null ? "—" : one.of());
        }
        return cells;
    }

    private static void basis(Worksheet sheet, SealedMonth month) {
        List<List<Object>> lines = new ArrayList<>();
        lines.add(List.of(word("span"), month.starts() + " – " + month.lastDay()));
        lines.add(List.of(word("version"), month.index().version()));
        lines.add(List.of(word("source"), month.index().source()));
        lines.add(List.of(word("events"), month.events()));
        lines.add(List.of(word("late"), month.late()));
        lines.add(List.of(word("hash"), month.hex()));
        lines.add(List.of());
        lines.add(List.of(word("indicator"), word("weight"), word("good"), word("ofFormula"), word("points")));
        month.index().indicators().forEach(one -> lines.add(List.of(one.name(), one.weight(), one.good(), one.of(), one.points())));
        for (int i = 0; i < lines.size(); i++) {
            row(sheet, i, lines.get(i));
        }
        sheet.width(0, WIDE);
        sheet.width(1, WIDE);
        sheet.width(2, WIDE);
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
        return Messages.get("assessment.book." + key);
    }
}
