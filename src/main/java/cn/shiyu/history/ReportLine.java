package cn.shiyu.history;

import cn.shiyu.platform.web.Messages;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One entry of a run's report, as a person reads it and as a spreadsheet does.
 *
 * @param line where in the file the record begins; the header is line 1
 * @param ordinal which of the line's faults, from 0
 * @param refused false for a remark on a line that was taken
 * @param field key of the mapping
 * @param original as it stood in the file
 */
public record ReportLine(int line, int ordinal, boolean refused, String field, String reason, String original) {

    static final ReportLine NONE = new ReportLine(0, -1, false, "", "", "");

    /** UTF-8's mark, by which spreadsheets know it, and the heading. */
    static String head() {
        return "\uFEFF" + Stream.of("line", "outcome", "field", "reason", "original")
                .map(column -> cell(Messages.get("history.report." + column)))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** The beginning, for a table on a page; the file has all of it. */
    public String brief() {
        int most = Math.min(80, original.codePointCount(0, original.length()));
        String start = original.substring(0, original.offsetByCodePoints(0, most));
        return start.length() < original.length() ? start + "…" : start;
    }

    String csv() {
        return Stream.of(line, Messages.get("history.report." + (refused ? "refused" : "remark")), field, reason, original)
                .map(ReportLine::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted, and never a formula: a spreadsheet would run a text that starts with an equals sign. */
    private static String cell(Object value) {
        String text = String.valueOf(value);
        String harmless = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
