package cn.shiyu.history;

import cn.shiyu.platform.web.Messages;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A first mapping for a file nobody has described yet: what its headings and its first line suggest. A person corrects it. */
final class MappingDraft {

    /** What columns are called where messages are kept, the surest name first. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "id", List.of("编号", "留言编号", "工单编号", "诉求编号", "id", "序号"),
            "time", List.of("留言时间", "反映时间", "提交时间", "时间", "time", "created_at", "date"),
            "subject", List.of("主题", "留言主题", "标题", "subject", "title"),
            "words", List.of("内容", "留言详情", "留言内容", "诉求内容", "详情", "正文", "text", "content", "body"),
            "person", List.of("留言用户", "用户", "网民", "user"),
            "category", List.of("分类", "类别", "事项分类", "一级标签", "category"),
            "likes", List.of("点赞数", "点赞", "likes"),
            "reply", List.of("答复意见", "答复内容", "答复", "回复内容", "回复", "reply"),
            "replyTime", List.of("答复时间", "回复时间", "reply_time"),
            "unit", List.of("答复单位", "承办单位", "回复单位"));

    private static final List<String> FORMATS = List.of(
            "iso", "yyyy/M/d H:mm:ss", "yyyy/M/d H:mm", "yyyy-M-d H:mm:ss", "yyyy-M-d H:mm", "yyyy/M/d", "yyyyMMddHHmmss",
            "yyyy年M月d日 H:mm", "yyyy年M月d日");

    private MappingDraft() {}

    /**
     * @param first columns of the first line, or none
     * @param sources codes of the city's earlier sources
     */
    static String of(List<String> header, List<String> first, char separator, List<String> sources) {
        Map<String, String> found = new LinkedHashMap<>();
        NAMES.forEach((key, names) -> column(header, names).ifPresent(name -> found.put(key, name)));
        StringBuilder yaml = new StringBuilder();
        yaml.append(Messages.get("history.draft.source", String.join("、", sources))).append('\n');
        yaml.append("source: {code: , name: }\n");
        if (separator != ',') {
            yaml.append("delimiter: ").append(separator == '\t' ? "tab" : quoted(String.valueOf(separator))).append('\n');
        }
        line(yaml, "id", found.get("id"));
        yaml.append("time: ").append(time(header, first, found.get("time"))).append('\n');
        line(yaml, "subject", found.get("subject"));
        line(yaml, "words", found.get("words"));
        optional(yaml, "person", found.get("person"));
        optional(yaml, "likes", found.get("likes"));
        if (found.containsKey("category")) {
            yaml.append("category: {column: ").append(quoted(found.get("category"))).append(", unknown: undecided}\n");
        }
        if (found.containsKey("reply")) {
            yaml.append("reply:\n  words: ").append(quoted(found.get("reply"))).append('\n');
            yaml.append("  time: ").append(time(header, first, found.get("replyTime"))).append('\n');
            if (found.containsKey("unit")) {
                yaml.append("  unit: {column: ").append(quoted(found.get("unit"))).append("}\n");
            }
        }
        return yaml.append(Messages.get("history.draft.visibility")).append("\nvisibility: {default: CONFIDENTIAL}\n")
                .append(Messages.get("history.draft.unanswered")).append("\nunanswered: archive\n")
                .append(Messages.get("history.draft.board")).append("\nboard: false\n")
                .toString();
    }

    private static Optional<String> column(List<String> header, List<String> names) {
        return names.stream()
                .flatMap(name -> header.stream().filter(column -> column.toLowerCase(Locale.ROOT).equals(name)))
                .findFirst();
    }

    private static String time(List<String> header, List<String> first, String column) {
        if (column == null) {
            return "{column: }";
        }
        int place = header.indexOf(column);
        String sample = place < first.size() ? first.get(place) : "";
        String format = FORMATS.stream().filter(known -> reads(known, sample)).findFirst().orElse("iso");
        return "{column: " + quoted(column) + (format.equals("iso") ? "" : ", format: " + quoted(format)) + "}";
    }

    private static boolean reads(String format, String sample) {
        try {
            SourceTime.of(new ImportMapping.Time("", format, null)).read(sample);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void line(StringBuilder yaml, String key, String column) {
        yaml.append(key).append(": ").append(column == null ? "" : quoted(column)).append('\n');
    }

    private static void optional(StringBuilder yaml, String key, String column) {
        if (column != null) {
            line(yaml, key, column);
        }
    }

    /** As JSON, which YAML reads whatever stands in it; plain where that is safe. */
    private static String quoted(String text) {
        return text.matches("[\\p{IsHan}A-Za-z_]+")
                ? text
                : "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }
}
