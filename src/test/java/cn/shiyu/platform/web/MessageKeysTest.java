package cn.shiyu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every message a template or a redirect names is written. */
class MessageKeysTest {

    private static final Pattern IN_TEMPLATES = Pattern.compile("\\bt:([a-z]\\w*(?:\\.\\w+)+)");
    private static final Pattern IN_REDIRECTS = Pattern.compile("\"[^\"\\n]*[?&]done=([a-z][a-z0-9]*\\.[a-zA-Z]+)");
    private static final Pattern IN_CODE = Pattern.compile("Messages\\.get\\(\"([a-z]\\w*(?:\\.\\w+)+)\"");

    @Test
    void everyMessageOfTheTemplatesIsWritten() throws IOException {
        assertThat(missing(found(TemplateEngine.TEMPLATES, ".html", IN_TEMPLATES), "")).isEmpty();
    }

    @Test
    void everyMessageOfTheCodeIsWritten() throws IOException {
        Path code = Path.of("src/main/java");
        assertThat(missing(found(code, ".java", IN_CODE), "")).isEmpty();
        assertThat(missing(found(code, ".java", IN_REDIRECTS), "done.")).isEmpty();
    }

    private static List<String> missing(Set<String> keys, String below) {
        return keys.stream()
                .map(key -> key.replaceFirst("\\.", "." + below))
                .filter(key -> Messages.find(key).isEmpty())
                .toList();
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(match -> keys.add(match.group(1)));
            }
        }
        return keys;
    }
}
