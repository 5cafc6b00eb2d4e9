package cn.shiyu.dev;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keycloak from its distribution; its build step is run once and kept, so that later starts take seconds. */
final class EmbeddedKeycloak implements Part {

    private static final String NAME = "keycloak";
    private static final String ADMIN = "admin";
    private static final String PASSWORD = "shiyu-dev";

    private static final List<String> BUILD = List.of("build", "--db=dev-file");

    private final Home home;
    private final int port;
    private final Path program = Path.of(System.getProperty("keycloak.home", ".shiyu/software/keycloak"));
    private Child child;

    EmbeddedKeycloak(Home home, int port) {
        this.home = home;
        this.port = port;
    }

    @Override
    public String name() {
        return "Keycloak";
    }

    @Override
    public String setting() {
        return "shiyu.identity.url";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Map<String, String> start() throws Exception {
        buildOnce();
        child = Child.start(home, NAME, server(), environment());
        child.awaitReady(Duration.ofSeconds(180), this::answers);
        return Map.of(
                "shiyu.identity.url",
                "http://localhost:" + port,
                "shiyu.identity.theme",
                "shiyu",
                "shiyu.identity.admin.user",
                ADMIN,
                "shiyu.identity.admin.password",
                PASSWORD);
    }

    private void buildOnce() throws IOException, InterruptedException {
        Path built = program.resolve("shiyu-built");
        if (Files.exists(built)) {
            return;
        }
        Path log = home.logOf("keycloak-build");
        ProcessBuilder build = new ProcessBuilder(script(BUILD));
        build.environment().putAll(environment());
        int result = build.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (result != 0) {
            throw new IllegalStateException("Keycloak 准备失败,日志见 " + log);
        }
        Files.createFile(built);
    }

    private List<String> server() {
        return script(List.of(
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname-strict=false",
                "--cache=local",
                "--spi-theme--folder--dir=" + Home.project().resolve("web-portal/keycloak/themes"),
                "--db-url=jdbc:h2:file:" + home.dataOf(NAME).resolve("keycloak")
                        + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE",
                "--log-level=WARN"));
    }

    private List<String> script(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(
                program.resolve(Terminal.WINDOWS ? "bin/kc.bat" : "bin/kc.sh").toString());
        command.addAll(arguments);
        return command;
    }

    private static Map<String, String> environment() {
        return Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "JAVA_OPTS_KC_HEAP",
                "-Xms64m -Xmx256m",
                "JAVA_OPTS_GC",
                "-XX:+UseSerialGC -XX:TieredStopAtLevel=1",
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                PASSWORD);
    }

    private boolean answers() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/realms/master"))
                .timeout(Duration.ofSeconds(5))
                .build();
        return HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    @Override
    public void stop() {
        if (child != null) {
            child.stop();
        }
    }
}
