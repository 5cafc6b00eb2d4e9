package cn.shiyu.assessment;

import cn.shiyu.platform.web.Messages;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sheet for a spreadsheet: UTF-8 with the mark by which Excel knows it, one line a unit, counts beside every rate. */
public final class SheetCsv {

    private static final String MARK = "\uFEFF";
    private static final List<String> COLUMNS = List.of(
            "unit", "dispatched", "finished", "on-time", "punctuality", "returned", "followed-up", "responded", "response",
            "solved", "solution", "answered", "content", "basically", "satisfaction", "interval", "composite", "few");

    private SheetCsv() {}

    public static String of(AssessmentSheet sheet) {
        String head = COLUMNS.stream().map(column -> Messages.get("assessment.csv." + column)).collect(Collectors.joining(","));
        return MARK
                + Stream.of(
                                Stream.of(head),
                                sheet.departments().lines().stream().map(SheetCsv::line),
                                sheet.townships().lines().stream().map(SheetCsv::line))
                        .flatMap(lines -> lines)
                        .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(UnitFigures unit) {
        return Stream.of(
                        unit.name(),
                        unit.dispatched(),
                        unit.finished(),
                        unit.onTime(),
                        unit.punctuality().percent(),
                        unit.returned(),
                        unit.followedUp(),
                        unit.responded(),
                        unit.response().percent(),
                        unit.solved(),
                        unit.solution().percent(),
                        unit.answered(),
                        unit.content(),
                        unit.basicallyContent(),
                        unit.satisfaction().percent(),
                        unit.satisfaction().interval(),
                        unit.composite(),
                        unit.isFew() ? Messages.get("assessment.few") : "")
                .map(SheetCsv::cell)
                .collect(Collectors.joining(","));
    }

    /** Quoted, and never a formula: a spreadsheet would run a name that starts with an equals sign. */
    private static String cell(Object value) {
        String text = String.valueOf(value);
        String harmless = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
