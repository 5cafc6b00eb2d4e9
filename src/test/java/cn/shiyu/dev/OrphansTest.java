package cn.shiyu.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class OrphansTest {

    /** No process has it: Linux ends at 4194304. */
    private static final long GONE = 99_999_999;

    @TempDir
    Path folder;

    private Home home;
    private Process server;

    @BeforeEach
    void aHome() {
        home = new Home(folder.resolve("software"), folder.resolve("data"));
    }

    @AfterEach
    void tidy() {
        if (server != null) {
            server.destroyForcibly();
        }
    }

    @Test
    void endsAServerThatOutlivedItsRun() throws Exception {
        runsWith(home.data().toString(), GONE);
        Orphans.end(home, "redis");
        assertThat(server.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(home.pidOf("redis")).doesNotExist();
    }

    @Test
    void leavesAStrangerWithAReusedIdAlone() throws Exception {
        runsWith("something-else", GONE);
        Orphans.end(home, "redis");
        assertThat(server.waitFor(200, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(home.pidOf("redis")).doesNotExist();
    }

    @Test
    void refusesToTakeTheServersOfARunThatIsAlive() throws Exception {
        runsWith(home.data().toString(), anotherJvm());
        assertThatThrownBy(() -> Orphans.end(home, "redis")).hasMessageContaining("正在使用");
        assertThat(server.isAlive()).isTrue();
    }

    @Test
    void findsNothingToDoAfterATidyEnd() {
        Orphans.endAll(home);
        assertThat(home.pidOf("redis")).doesNotExist();
    }

    /** Maven's, or the workbench's, above us. */
    private static long anotherJvm() {
        ProcessHandle ancestor = ProcessHandle.current().parent().orElseThrow();
        while (!ancestor.info().command().orElse("").contains("java")) {
            ancestor = ancestor.parent().orElseThrow();
        }
        return ancestor.pid();
    }

    private void runsWith(String argument, long parent) throws IOException {
        server = new ProcessBuilder("sh", "-c", "sleep 60; :", argument).start();
        Files.writeString(home.pidOf("redis"), server.pid() + " " + parent);
    }
}
