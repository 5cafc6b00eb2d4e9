package cn.shiyu.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The built artifact holds the application and nothing that starts servers for developers. */
class ArtifactIT {

    private static final Path ARTIFACT = Path.of(System.getProperty("shiyu.artifact", "target/quarkus-app"));

    private static final Pattern FORBIDDEN = Pattern.compile(
            "cn/shiyu/dev/|cn/shiyu/support/|redis/embedded/|redis-server|postgres-(linux|darwin|windows)"
                    + "|wiremock|org/keycloak/|org/tukaani/|playwright|junit");

    @Test
    void holdsTheApplication() throws IOException {
        assertThat(entries()).anyMatch(name -> name.endsWith("cn/shiyu/tenancy/Door.class"));
    }

    @Test
    void holdsNothingEmbedded() throws IOException {
        assertThat(entries()).noneMatch(name -> FORBIDDEN.matcher(name).find());
    }

    private static List<String> entries() throws IOException {
        try (Stream<Path> files = Files.walk(ARTIFACT)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file ->
                            Stream.concat(Stream.of(ARTIFACT.relativize(file).toString()), inside(file)))
                    .toList();
        }
    }

    private static Stream<String> inside(Path file) {
        if (!file.toString().endsWith(".jar")) {
            return Stream.empty();
        }
        try (ZipFile jar = new ZipFile(file.toFile())) {
            return jar.stream().map(entry -> file.getFileName() + "!" + entry.getName()).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
