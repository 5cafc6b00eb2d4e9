package cn.shiyu.law;

import java.util.List;

/**
 * One article (条).
 *
 * @param label as printed: 第二百八十八条
 * @param headings 编, 章 and 节 it stands under, outermost first
 * @param paragraphs 款 and 项 in order, each 项 a paragraph of its own
 */
public record Article(int number, String label, List<String> headings, List<String> paragraphs) {

    public String text() {
        return String.join("\n", paragraphs);
    }

    public String heading() {
        return String.join(" ", headings);
    }
}
