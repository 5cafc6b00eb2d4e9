package cn.shiyu.law;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a law's Markdown: headings of 编, 章, 节; a line that begins with 第…条 opens an article, other lines are its paragraphs. */
final class LawText {

    private static final Pattern OPENING = Pattern.compile("^(第([零一二三四五六七八九十百千]+)条)\\s+(.*)$");

    private final TreeMap<Integer, String> headings = new TreeMap<>();
    private final List<String> history = new ArrayList<>();
    private final List<Article> articles = new ArrayList<>();

    private LawText() {}

    static LawText read(InputStream markdown) throws IOException {
        LawText text = new LawText();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(markdown, StandardCharsets.UTF_8))) {
            lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(text::line);
        }
        return text;
    }

    List<String> history() {
        return List.copyOf(history);
    }

    List<Article> articles() {
        return List.copyOf(articles);
    }

    private void line(String line) {
        if (line.startsWith("#")) {
            heading(line);
        } else if (line.startsWith(">")) {
            history.add(line.substring(1).strip());
        } else {
            paragraph(line);
        }
    }

    private void heading(String line) {
        int depth = line.length() - line.replaceFirst("^#+", "").length();
        headings.tailMap(depth, true).clear();
        if (depth > 1) {
            headings.put(depth, line.substring(depth).strip());
        }
    }

    private void paragraph(String line) {
        Matcher opening = OPENING.matcher(line);
        if (opening.matches()) {
            List<String> paragraphs = new ArrayList<>(List.of(opening.group(3)));
            articles.add(new Article(
                    ChineseNumbers.read(opening.group(2)), opening.group(1), List.copyOf(headings.values()), paragraphs));
        } else if (!articles.isEmpty()) {
            articles.get(articles.size() - 1).paragraphs().add(line);
        }
    }
}
