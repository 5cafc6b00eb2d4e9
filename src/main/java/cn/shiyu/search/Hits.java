package cn.shiyu.search;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Shows what was found: {@code {item.subject.marked(terms)}} puts hits into {@code <mark>}. Everything else is escaped. */
@TemplateExtension
public final class Hits {

    /** Characters shown before the first hit, and in all. */
    private static final int BEFORE = 16;

    private static final int SHOWN = 64;

    private Hits() {}

    static RawString marked(String text, SearchTerms terms) {
        StringBuilder html = new StringBuilder();
        BitSet hits = hits(text, terms);
        for (int at = 0; at < text.length(); ) {
            boolean hit = hits.get(at);
            int next = hit ? hits.nextClearBit(at) : hits.nextSetBit(at);
            int end = next < 0 || next > text.length() ? text.length() : next;
            String piece = escaped(text.substring(at, end));
            html.append(hit ? "<mark>" + piece + "</mark>" : piece);
            at = end;
        }
        return new RawString(html.toString());
    }

    /** For lists that show the beginning of a text: the piece with the first hit instead, where there is one. */
    static String passage(String text, SearchTerms terms) {
        String excerpt = excerpt(text, terms);
        return excerpt == null ? text : excerpt;
    }

    /** A list's address with the words looked for. */
    static String href(SearchTerms terms, String path) {
        return terms.isEmpty() ? path : path + "?" + SearchTerms.FIELD + "=" + URLEncoder.encode(terms.typed(), StandardCharsets.UTF_8);
    }

    /** A piece of the text around its first hit, or null when there is none in it. */
    public static String excerpt(String text, SearchTerms terms) {
        int first = text == null ? -1 : hits(text, terms).nextSetBit(0);
        if (first < 0) {
            return null;
        }
        int from = text.offsetByCodePoints(first, -Math.min(BEFORE, text.codePointCount(0, first)));
        int to = text.offsetByCodePoints(from, Math.min(SHOWN, text.codePointCount(from, text.length())));
        return (from > 0 ? "…" : "") + text.substring(from, to).strip() + (to < text.length() ? "…" : "");
    }

    private static BitSet hits(String text, SearchTerms terms) {
        BitSet hits = new BitSet(text.length());
        PlainText plain = terms.isEmpty() ? null : PlainText.of(text);
        for (String word : terms.words()) {
            String wanted = PlainText.of(word).text();
            int at = plain.text().indexOf(wanted);
            while (at >= 0) {
                hits.set(plain.origin(at), endOf(text, plain, at + wanted.length()));
                at = plain.text().indexOf(wanted, at + wanted.length());
            }
        }
        return hits;
    }

    /** After the last character of the hit, before spaces that follow it. */
    private static int endOf(String text, PlainText plain, int plainEnd) {
        int last = plain.origin(plainEnd - 1);
        return last + Character.charCount(text.codePointAt(last));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
