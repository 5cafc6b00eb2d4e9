package cn.shiyu.law;

import cn.shiyu.platform.problem.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

/** What somebody typed when looking for articles, read or refused field by field. */
public final class LawSearchForm {

    private static final int MOST_CHARACTERS = 100;

    private LawSearchForm() {}

    /**
     * @param today for when no day is given
     * @throws Refusal 422 naming the field
     */
    public static LawFilter read(String q, String level, String law, String on, LocalDate today) {
        if (q.codePointCount(0, q.length()) > MOST_CHARACTERS) {
            throw Refusal.badInput("q", "查找的内容最多 %d 字,请删减后再找。".formatted(MOST_CHARACTERS));
        }
        LocalDate day = day(on);
        return new LawFilter(day == null ? today : day, level(level), blank(law) ? null : law);
    }

    /** @return null when blank */
    public static LocalDate day(String on) {
        try {
            return blank(on) ? null : LocalDate.parse(on.strip());
        } catch (DateTimeParseException e) {
            throw Refusal.badInput("on", "日期应写成 2026-11-23 的样子。");
        }
    }

    private static LawLevel level(String level) {
        if (blank(level)) {
            return null;
        }
        return Arrays.stream(LawLevel.values())
                .filter(known -> known.name().equals(level))
                .findFirst()
                .orElseThrow(() -> Refusal.badInput("level", "没有这个效力级别,请重新选择。"));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
