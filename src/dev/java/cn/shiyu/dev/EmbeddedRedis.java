package cn.shiyu.dev;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Redis, from the program packed into embedded-redis; started by us, because that library leaves files behind. */
final class EmbeddedRedis implements Part {

    private static final String NAME = "redis";

    private final Home home;
    private final int port;
    private Child child;

    EmbeddedRedis(Home home, int port) {
        this.home = home;
        this.port = port;
    }

    @Override
    public String name() {
        return "Redis 6.2";
    }

    @Override
    public String setting() {
        return "shiyu.redis.url";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Map<String, String> start() throws Exception {
        List<String> command = List.of(
                program().toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                home.dataOf(NAME).toString(),
                "--appendonly",
                "yes",
                "--save",
                "",
                // The title would hide the folder by which an orphan is recognised.
                "--set-proc-title",
                "no");
        child = Child.start(home, NAME, command, Map.of());
        child.awaitReady(Duration.ofSeconds(20), this::answersPing);
        return Map.of("shiyu.redis.url", "redis://127.0.0.1:" + port);
    }

    private Path program() throws IOException {
        String packed = packedName();
        Path program = Home.folder(home.software().resolve(NAME)).resolve(packed);
        if (Files.isExecutable(program)) {
            return program;
        }
        try (InputStream in = EmbeddedRedis.class.getClassLoader().getResourceAsStream(packed)) {
            Files.copy(in, program, StandardCopyOption.REPLACE_EXISTING);
        }
        program.toFile().setExecutable(true);
        return program;
    }

    private static String packedName() {
        String os = System.getProperty("os.name").toLowerCase();
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        if (os.startsWith("windows")) {
            return "redis-server-5.0.14.1-windows-amd64.exe";
        }
        if (os.startsWith("mac")) {
            return arm ? "redis-server-6.2.6-v5-darwin-arm64" : "redis-server-6.2.6-v5-darwin-amd64";
        }
        return arm ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64";
    }

    private boolean answersPing() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        }
    }

    @Override
    public void stop() {
        if (child != null) {
            child.stop();
        }
    }
}
