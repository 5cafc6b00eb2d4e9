package cn.shiyu.law;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which laws there are: {@code laws/catalogue.yaml} for the whole country, section {@code laws} of a tenant file for a city's own.
 *
 * @param topics code of a topic to the articles shown with it, each {@code law/number}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LawCatalogue(List<Entry> laws, Map<String, List<String>> topics) {

    public static final String SECTION = "laws";
    static final LawCatalogue NONE = new LawCatalogue(null, null);

    record Edition(LocalDate dated, LocalDate effective, LocalDate ended, String file) {}

    record Entry(String id, String name, String title, LawLevel level, List<Edition> versions) {}

    /** Opens a file of the folder the catalogue stands in. */
    interface Shelf {
        InputStream open(String file) throws IOException;
    }

    public LawCatalogue {
        laws = laws == null ? List.of() : List.copyOf(laws);
        topics = topics == null ? Map.of() : Map.copyOf(topics);
    }

    List<Law> read(Shelf shelf) {
        return laws.stream().map(entry -> law(entry, shelf)).toList();
    }

    private static Law law(Entry entry, Shelf shelf) {
        List<Edition> editions = entry.versions().stream()
                .sorted(Comparator.comparing(Edition::effective))
                .toList();
        List<LawVersion> versions = new ArrayList<>();
        for (int at = 0; at < editions.size(); at++) {
            versions.add(version(editions.get(at), at + 1 < editions.size() ? editions.get(at + 1) : null, shelf));
        }
        return new Law(entry.id(), entry.name(), entry.title(), entry.level(), List.copyOf(versions));
    }

    private static LawVersion version(Edition edition, Edition next, Shelf shelf) {
        try {
            LawText text = LawText.read(shelf.open(edition.file()));
            return new LawVersion(
                    edition.dated(), edition.effective(), end(edition, next), text.history(), text.articles());
        } catch (IOException e) {
            throw new UncheckedIOException("laws: " + edition.file(), e);
        }
    }

    private static LocalDate end(Edition edition, Edition next) {
        if (next == null || edition.ended() != null && edition.ended().isBefore(next.effective())) {
            return edition.ended();
        }
        return next.effective();
    }
}
