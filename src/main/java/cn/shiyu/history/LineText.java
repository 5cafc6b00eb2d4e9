package cn.shiyu.history;

import cn.shiyu.platform.web.Messages;
import java.util.List;
import java.util.regex.Pattern;

/** Text of a source: kept as it is or refused, never cut and never cleaned in silence. */
final class LineText {

    /** Five times what residents may write today: what was taken in then must fit. */
    static final int LONG = 20_000;

    static final int SHORT = 200;

    /** What becomes of a character that got lost on the way: U+FFFD itself, or its bytes read as GBK (锟斤拷). */
    private static final Pattern LOST = Pattern.compile("\uFFFD|锟斤拷");

    /** From every twentieth character on, nobody can be sure of what was meant. */
    private static final int ONE_IN = 20;

    private LineText() {}

    /** @return the text without blanks at its ends; faults are added to the list */
    static String of(String field, String raw, int most, List<LineFault> faults) {
        String text = raw.strip();
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            faults.add(LineFault.refused(field, Messages.get("history.line.long", most, length)));
        }
        if (text.chars().anyMatch(LineText::isControl)) {
            faults.add(LineFault.refused(field, Messages.get("history.line.control")));
        }
        long lost = LOST.matcher(text).results().count();
        if (lost * ONE_IN > length) {
            faults.add(LineFault.refused(field, Messages.get("history.line.garbled", lost)));
        } else if (lost > 0) {
            faults.add(LineFault.remark(field, Messages.get("history.line.lost", lost)));
        }
        return text;
    }

    private static boolean isControl(int c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7f;
    }
}
