package cn.shiyu.law;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everyday words and the terms of law for them, as data ({@code laws/everyday-words.yaml}).
 *
 * @param terms any word of the comma-separated key brings in the terms
 * @param noise words that ask rather than tell, left out of the search
 */
record EverydayWords(Map<String, List<String>> terms, List<String> noise) {

    static final EverydayWords NONE = new EverydayWords(Map.of(), List.of());

    List<String> termsFor(String question) {
        return terms.entrySet().stream()
                .filter(entry -> Stream.of(entry.getKey().split(",")).map(String::strip).anyMatch(question::contains))
                .flatMap(entry -> entry.getValue().stream())
                .distinct()
                .toList();
    }

    String withoutNoise(String question) {
        String told = question;
        for (String word : noise) {
            told = told.replace(word, " ");
        }
        return told.isBlank() ? question : told;
    }
}
