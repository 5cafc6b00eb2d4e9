package cn.shiyu.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the application's own files say about itself, for the manifests to agree with. */
final class Application {

    static final Path ROOT = Path.of(System.getProperty("basedir", ""));

    private static final Pattern KEY = Pattern.compile("shiyu(?:\\.[a-z][a-z0-9-]*)+");
    private static final Pattern VARIABLE = Pattern.compile("\\b((?:SHIYU|QUARKUS)_[A-Z0-9_]+)");

    /** Files do not change while tests run, and the same are asked for again with each planted fault. */
    private static final Map<String, String> READ = new ConcurrentHashMap<>();

    private static final Map<String, Set<String>> FOUND = new ConcurrentHashMap<>();

    private Application() {}

    static String text(String path) {
        return READ.computeIfAbsent(path, Application::read);
    }

    private static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks once. */
    static Set<String> once(String what, Supplier<Stream<String>> search) {
        return FOUND.computeIfAbsent(what, name -> search.get().collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The first value of an element of the pom: its own version stands before those of what it uses. */
    static String pom(String element) {
        return first(text("pom.xml"), "<" + element + ">([^<$]+)</" + element + ">");
    }

    static String property(String key) {
        return first(text("src/main/resources/application.properties"), "(?m)^" + Pattern.quote(key) + "=(.*)$");
    }

    static String first(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElseThrow(() -> new AssertionError("nothing like " + pattern));
    }

    /** Environment variables that the application reads: its keys, as they are written in the environment. */
    static Set<String> variables() {
        return once("variables", Application::allVariables);
    }

    private static Stream<String> allVariables() {
        Stream<String> named = Stream.concat(Stream.of("src/main/resources/application.properties"), sources())
                .flatMap(file -> matches(KEY, text(file)).map(MatchResult::group));
        return Stream.concat(named, Stream.concat(MappedKeys.all(), Cities.secretKeys()))
                .map(Application::variable);
    }

    static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** Variables that documentation tells operators about. */
    static Set<String> documented() {
        return once("documented", () -> Stream.of("docs/running.md", "docs/kubernetes.md")
                .flatMap(file -> matches(VARIABLE, text(file)))
                .map(found -> found.group(1)));
    }

    /** Those without which nothing starts, by the table in docs/running.md. */
    static List<String> required() {
        return text("docs/running.md")
                .lines()
                .filter(line -> line.matches("\\| `SHIYU_.*[|,]\\s*(?:`[^`]*`,密码)?必填 \\|"))
                .map(line ->
                        matches(VARIABLE, line).map(found -> found.group(1)).toList())
                .map(names -> names.get(names.size() - 1))
                .toList();
    }

    /** Paths from the root of the project, of all Java files of the application. */
    static Stream<String> sources() {
        try (Stream<Path> files = Files.walk(ROOT.resolve("src/main/java"))) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(file -> ROOT.toAbsolutePath()
                            .relativize(file.toAbsolutePath())
                            .toString())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
