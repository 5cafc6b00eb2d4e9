package cn.shiyu.search;

import cn.shiyu.platform.problem.Refusal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What somebody looks for: words that must all occur, in any order. In quotation marks several words are one. Capitals, spaces and
 * full-width letters make no difference.
 *
 * @param typed as it stands in the search field and in the address, trimmed; never null
 * @param words each at least one character that counts
 */
public record SearchTerms(String typed, List<String> words) {

    /** Of the field and of the address. */
    public static final String FIELD = "q";

    public static final SearchTerms NONE = new SearchTerms("", List.of());

    static final int MOST_CHARACTERS = 100;
    static final int MOST_WORDS = 8;

    private static final String MARK = "\"“”＂";
    private static final Pattern WORD = Pattern.compile(
            "[" + MARK + "]([^" + MARK + "]*)[" + MARK + "]?|[^\\s" + MARK + "]+", Pattern.UNICODE_CHARACTER_CLASS);

    /**
     * @param typed null and blank look for nothing
     * @throws Refusal 422 naming {@code q}: too long, too many words, or characters no text has
     */
    public static SearchTerms of(String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
            throw refused("查找的内容最多 %d 字,请删减后再找。".formatted(MOST_CHARACTERS));
        }
        if (text.indexOf('\0') >= 0) {
            throw refused("查找的内容中有无法识别的字符,请重新输入。");
        }
        List<String> words = WORD.matcher(text)
                .results()
                .map(SearchTerms::word)
                .filter(word -> PlainText.of(word).length() > 0)
                .distinct()
                .toList();
        if (words.size() > MOST_WORDS) {
            throw refused("一次最多查找 %d 个词,请减少几个再找。".formatted(MOST_WORDS));
        }
        return words.isEmpty() ? NONE : new SearchTerms(text, words);
    }

    /** Whether it was the search field that was refused. */
    public static boolean isFaulty(Throwable refusal) {
        return refusal instanceof Refusal it && it.errors().stream().anyMatch(error -> error.field().equals(FIELD));
    }

    private static String word(MatchResult found) {
        return found.group(1) == null ? found.group() : found.group(1);
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * Pairs of characters are indexed; a single one leads nowhere in years of cases.
     *
     * @throws Refusal 422 naming {@code q} when no word has two characters
     */
    public SearchTerms requirePair() {
        if (words.stream().noneMatch(word -> PlainText.of(word).length() > 1)) {
            throw refused("请至少输入两个字再找,例如“路灯”。");
        }
        return this;
    }

    private static Refusal refused(String sentence) {
        return Refusal.badInput(FIELD, sentence);
    }
}
