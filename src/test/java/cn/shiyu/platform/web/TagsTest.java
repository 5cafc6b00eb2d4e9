package cn.shiyu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tags, all on one page (src/test/resources/templates/test/guide.html), keep the promises pages rely on. */
class TagsTest {

    private static final SampleSite SITE = new SampleSite("/report", false, "您的诉求已提交。");

    @Test
    void theGuideShowsEveryTag() throws IOException {
        String all = Files.readString(Path.of("src/test/resources/templates/test/guide.html")) + allTemplates();
        assertThat(TemplateEngine.tags()).allSatisfy(tag -> assertThat(all).containsPattern("\\{#" + tag + "[ }]"));
    }

    @Test
    void everyHintAndErrorNamedByAControlIsThere() throws IOException {
        String page = StyleGuide.page(SITE, StyleGuide.form());
        Set<String> ids = Set.copyOf(all(page, "\\bid=\"([^\"]+)\""));
        assertThat(ids).containsAll(all(page, "\\bfor=\"([^\"]+)\""));
        assertThat(ids).containsAll(all(page, "href=\"#([^\"]+)\""));
        all(page, "aria-describedby=\"([^\"]+)\"")
                .forEach(names -> assertThat(ids).contains(names.trim().split("\\s+")));
    }

    @Test
    void noIdStandsTwice() throws IOException {
        List<String> ids = all(StyleGuide.page(SITE, StyleGuide.form()), "\\bid=\"([^\"]+)\"");
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void whatWasTypedComesBackAsTextNotMarkup() throws IOException {
        String page = StyleGuide.page(SITE, StyleGuide.form());
        assertThat(page).contains("value=\"张&quot;三&lt;b&gt;\"").doesNotContain("三<b>");
    }

    @Test
    void nothingIsFetchedFromElsewhere() throws IOException {
        String page = StyleGuide.page(SITE, StyleGuide.form());
        assertThat(all(page, "(?:src|href|action)=\"([^\"]*)\""))
                .allSatisfy(address -> assertThat(address).matches("(/(?!/)|#|tel:).*"));
    }

    @Test
    void noScriptAndNoStyleIsWrittenIntoThePage() throws IOException {
        String page = StyleGuide.page(SITE, StyleGuide.form());
        assertThat(page).doesNotContainPattern("\\s(on\\w+|style)=").doesNotContainPattern("<script>|<style");
    }

    private static String allTemplates() throws IOException {
        try (var files = Files.walk(TemplateEngine.TEMPLATES)) {
            return files.filter(Files::isRegularFile).map(TagsTest::read).collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results().map(match -> match.group(1)).toList();
    }
}
