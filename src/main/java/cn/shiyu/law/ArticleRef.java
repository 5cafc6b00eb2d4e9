package cn.shiyu.law;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names an article whatever the version: {@code civil-code/288}. Stable; other capabilities store it as text.
 *
 * @param law id of the law
 * @param number of the article
 */
public record ArticleRef(String law, int number) {

    private static final Pattern WRITTEN = Pattern.compile("([a-z0-9-]{2,60})/([1-9][0-9]{0,3})");

    public static Optional<ArticleRef> of(String text) {
        Matcher written = WRITTEN.matcher(text == null ? "" : text);
        return written.matches()
                ? Optional.of(new ArticleRef(written.group(1), Integer.parseInt(written.group(2))))
                : Optional.empty();
    }

    /** Local address of the article's page in the portal. */
    public String href() {
        return "/laws/" + this;
    }

    @Override
    public String toString() {
        return law + "/" + number;
    }
}
