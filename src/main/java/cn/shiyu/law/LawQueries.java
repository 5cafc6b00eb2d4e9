package cn.shiyu.law;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.City;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What anybody may ask of the city's law library. Days are of the city's zone, 北京时间. */
@ApplicationScoped
public class LawQueries {

    static final int MOST = 10;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern NUMBERED =
            Pattern.compile("^(.*?)\\s*第?\\s*([0-9]{1,4}|[零一二三四五六七八九十百千]{1,9})\\s*条\\s*$");

    private static final Pattern CITED =
            Pattern.compile("《([^《》]{2,40})》\\s*第\\s*([0-9]{1,4}|[零一二三四五六七八九十百千]{1,9})\\s*条");

    @Inject
    LawLibrary library;

    @Inject
    Vertx vertx;

    @Inject
    Clock clock;

    public LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    public Collection<Law> laws(City city) {
        return library.of(city).laws().values();
    }

    /** @throws Refusal 404 when the city's library has no such law */
    public Law law(City city, String id) {
        Law law = library.of(city).laws().get(id);
        if (law == null) {
            throw Refusal.notFound();
        }
        return law;
    }

    /** The article as it read that day, or last read before it; empty where the city's library has none such. */
    public Optional<LawHit> article(City city, ArticleRef ref, LocalDate onDate) {
        return Optional.ofNullable(library.of(city).laws().get(ref.law())).flatMap(law -> law.on(onDate)
                .article(ref.number())
                .map(article -> new LawHit(law, law.on(onDate), article)));
    }

    /** Codes of the topics the city's tenant file names articles for. */
    public Set<String> topics(City city) {
        return new TreeSet<>(LawLibrary.catalogue(city).topics().keySet());
    }

    /** The articles of a topic of the city's tree, as its tenant file names them, in force today. */
    public List<LawHit> ofTopic(City city, String topic) {
        return LawLibrary.catalogue(city).topics().getOrDefault(topic, List.of()).stream()
                .flatMap(text -> ArticleRef.of(text).stream())
                .flatMap(ref -> article(city, ref, today()).stream())
                .toList();
    }

    /** The articles a text cites as 《民法典》第二百八十八条, each once, as they read that day; what the library has not is left out. */
    public List<LawHit> cited(City city, String text, LocalDate onDate) {
        return CITED.matcher(text)
                .results()
                .flatMap(one -> law(city, one).flatMap(law -> article(
                        city, new ArticleRef(law.id(), ChineseNumbers.read(one.group(2))), onDate)).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private Optional<Law> law(City city, MatchResult cited) {
        String name = cited.group(1);
        return laws(city).stream().filter(law -> law.title().equals(name) || law.name().equals(name)).findFirst();
    }

    /** At most ten, best first. Reckoned on a worker thread. */
    public Uni<List<LawHit>> find(City city, String text, LawFilter filter) {
        return vertx.executeBlocking(() -> found(library.of(city), text, filter));
    }

    static List<LawHit> found(LawLibrary.Shelf shelf, String text, LawFilter filter) {
        Matcher numbered = NUMBERED.matcher(text);
        if (numbered.matches()) {
            return numbered(shelf, numbered.group(1).strip(), ChineseNumbers.read(numbered.group(2)), filter);
        }
        return shelf.index().find(text, filter, MOST, LawIndex.Weights.TUNED);
    }

    private static List<LawHit> numbered(LawLibrary.Shelf shelf, String name, int number, LawFilter filter) {
        return shelf.laws().values().stream()
                .filter(law -> law.title().contains(name.replaceAll("[《》]", "")) || law.name().contains(name))
                .filter(law -> filter.level() == null || law.level() == filter.level())
                .filter(law -> filter.law() == null || law.id().equals(filter.law()))
                .filter(law -> law.on(filter.day()).inForce(filter.day()))
                .flatMap(law -> law.on(filter.day()).article(number).stream()
                        .map(article -> new LawHit(law, law.on(filter.day()), article)))
                .limit(MOST)
                .toList();
    }
}
