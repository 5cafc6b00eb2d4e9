package cn.shiyu.dev.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.platform.web.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTagsTest {

    private static final Pattern TAGS = Pattern.compile("\"tags\": \\[([^\\]]*)]");
    private static final Pattern TAG = Pattern.compile("\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"jieshou", "liaocheng"})
    void theDemonstrationRatesByTheCodesThatThePortalOffers(String city) throws IOException {
        List<String> tags = tags(Files.readString(Path.of("src/dev/resources/demo", city + ".jsonl")));
        assertThat(tags).hasSizeGreaterThan(20).allSatisfy(tag -> assertThat(Messages.find("mine.tag." + tag)).isPresent());
    }

    private static List<String> tags(String file) {
        return TAGS.matcher(file).results().map(MatchResult::group).flatMap(list -> TAG.matcher(list.substring(8)).results())
                .map(found -> found.group(1))
                .toList();
    }
}
