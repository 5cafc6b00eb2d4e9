package cn.shiyu.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built artifact runs errands with nothing configured: no database, no Redis, no keys. */
class ErrandIT {

    private static final Path JAR =
            Path.of(System.getProperty("shiyu.artifact", "target/quarkus-app"), "quarkus-run.jar");

    @TempDir
    Path folder;

    @Test
    void preparesTheFolderOfBackupsAndPrintsTheSettings() throws Exception {
        Ended ended = run("-Dshiyu.command=prepare-backups", "-Dshiyu.backup.to=" + folder);
        assertThat(ended.words()).contains("archive_command = '\"" + folder + "/archive-wal\" \"%p\" \"%f\"'");
        assertThat(ended.code()).isZero();
        assertThat(Files.isExecutable(folder.resolve("archive-wal"))).isTrue();
    }

    @Test
    void saysWhichSettingIsMissing() throws Exception {
        Ended ended = run("-Dshiyu.command=restore");
        assertThat(ended.words())
                .contains("shiyu.restore.from", "SHIYU_RESTORE_FROM")
                .doesNotContain("\tat ");
        assertThat(ended.code()).isEqualTo(2);
    }

    private record Ended(int code, String words) {}

    private static Ended run(String... properties) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(properties));
        command.addAll(List.of("-jar", JAR.toString()));
        Path words = Files.createTempFile("errand", ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(words.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("SHIYU_") || name.startsWith("QUARKUS_"));
        // As a timer starts it: without a language.
        environment.put("LC_ALL", "C");
        Process process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        try {
            return new Ended(process.exitValue(), Files.readString(words));
        } finally {
            Files.delete(words);
        }
    }
}
