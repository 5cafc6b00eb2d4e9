package cn.shiyu.law;

import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantFiles;
import cn.shiyu.tenancy.TenantId;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Each city's laws: the country's and its own. Read and indexed at start, before anybody asks; another city's own are not among them. */
@ApplicationScoped
public class LawLibrary {

    /** After the tenant files were checked. */
    private static final int AFTER_CHECK = 50;

    private static final ObjectMapper YAML =
            YAMLMapper.builder().findAndAddModules().build();

    /** @param laws by id, in the order of their catalogues */
    record Shelf(Map<String, Law> laws, LawIndex index) {}

    private final TenantFiles files;
    private final CityDirectory cities;
    private final Map<TenantId, Shelf> shelves = new ConcurrentHashMap<>();

    /** Read once, whoever asks first: the check of tenant files or the library. */
    private static final class Country {
        static final EverydayWords WORDS = LawLibrary.read("everyday-words.yaml", EverydayWords.class);
        static final List<Law> LAWS =
                LawLibrary.read("catalogue.yaml", LawCatalogue.class).read(file -> packed("text/" + file));
    }

    @Inject
    LawLibrary(TenantFiles files, CityDirectory cities) {
        this.files = files;
        this.cities = cities;
    }

    void atStart(@Observes @Priority(AFTER_CHECK) StartupEvent start) {
        cities.all().forEach(this::of);
    }

    Shelf of(City city) {
        return shelves.computeIfAbsent(city.id(), ignored -> shelf(city));
    }

    private Shelf shelf(City city) {
        Map<String, Law> laws = laws(city, files);
        return new Shelf(laws, new LawIndex(List.copyOf(laws.values()), Country.WORDS));
    }

    private static Map<String, Law> laws(City city, TenantFiles files) {
        Map<String, Law> byId = new LinkedHashMap<>();
        Stream.concat(Country.LAWS.stream(), catalogue(city).read(files::open).stream())
                .forEach(law -> byId.put(law.id(), law));
        return byId;
    }

    /**
     * Which articles of topics, as the city's tenant file names them, are in no law it has.
     *
     * @throws RuntimeException when the section or a file of a law cannot be read; the message names it
     */
    public static Map<String, List<String>> unknownArticles(City city, TenantFiles files) {
        Map<String, Law> laws = laws(city, files);
        Map<String, List<String>> unknown = new TreeMap<>();
        catalogue(city).topics().forEach((topic, articles) -> unknown.put(
                topic,
                articles.stream().filter(article -> !known(laws, article)).toList()));
        return unknown;
    }

    private static boolean known(Map<String, Law> laws, String article) {
        return ArticleRef.of(article)
                .filter(ref -> laws.containsKey(ref.law()))
                .filter(ref -> laws.get(ref.law()).versions().stream()
                        .anyMatch(version -> version.article(ref.number()).isPresent()))
                .isPresent();
    }

    static LawCatalogue catalogue(City city) {
        return city.sections().contains(LawCatalogue.SECTION)
                ? city.section(LawCatalogue.SECTION, LawCatalogue.class)
                : LawCatalogue.NONE;
    }

    private static <T> T read(String file, Class<T> type) {
        try (InputStream yaml = packed(file)) {
            return YAML.readValue(yaml, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream packed(String file) throws IOException {
        InputStream packed = Thread.currentThread().getContextClassLoader().getResourceAsStream("laws/" + file);
        if (packed == null) {
            throw new IOException("no laws/" + file + " on the class path");
        }
        return packed;
    }
}
