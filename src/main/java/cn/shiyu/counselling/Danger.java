package cn.shiyu.counselling;

import cn.shiyu.tenancy.City;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether somebody's words show that they are in danger. Serves the person alone: they are shown numbers that help, and their
 * counsellor sees their letter first; nobody else is told. Rather shown once too often than once too little.
 *
 * <p>The browser decides by the same two lists (js/crisis.js) while one types; both are regular expressions that mean the same in
 * Java and JavaScript, looked for in letters and digits alone.
 *
 * @param danger what shows danger @param harmless ways to speak that sound like it; taken out first
 */
public record Danger(List<String> danger, List<String> harmless) {

    private static final Danger PRODUCT = read();

    /** The product's words with what the city adds. */
    public static Danger of(City city) {
        Stream<String> own = CounsellingSettings.of(city).dangerWords().stream().map(Danger::plain).filter(word -> !word.isEmpty());
        return new Danger(Stream.concat(PRODUCT.danger.stream(), own).toList(), PRODUCT.harmless);
    }

    public boolean in(String words) {
        String left = plain(words).replaceAll(String.join("|", harmless), "。");
        return danger.stream().anyMatch(one -> java.util.regex.Pattern.compile(one).matcher(left).find());
    }

    /** Letters and digits in their common form: spaces, dots and full-width letters hide nothing. */
    static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Danger read() {
        try (InputStream file = Danger.class.getResourceAsStream("/counselling/danger.yaml")) {
            return new YAMLMapper().readValue(file, Danger.class);
        } catch (IOException e) {
            throw new UncheckedIOException("counselling/danger.yaml", e);
        }
    }
}
