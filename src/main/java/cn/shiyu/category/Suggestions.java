package cn.shiyu.category;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Ranks topics by the everyday words found in a text. A longer word says more than a short one (消防通道 more than 消防), and
 * a topic's own name counts like a keyword, so the score is the number of characters found.
 */
final class Suggestions {

    /** More than five choices are no help to somebody who does not know where to look. */
    private static final int MOST = 5;

    private record Ranked(Category topic, int score) {}

    private Suggestions() {}

    static List<Category> of(Collection<Category> leaves, String text) {
        return leaves.stream()
                .map(leaf -> new Ranked(leaf, score(leaf, text)))
                .filter(ranked -> ranked.score() > 0)
                .sorted(Comparator.comparingInt(Ranked::score).reversed())
                .limit(MOST)
                .map(Ranked::topic)
                .toList();
    }

    private static int score(Category leaf, String text) {
        int words = leaf.keywords().stream()
                .filter(text::contains)
                .mapToInt(String::length)
                .sum();
        return text.contains(leaf.name()) ? words + leaf.name().length() : words;
    }
}
