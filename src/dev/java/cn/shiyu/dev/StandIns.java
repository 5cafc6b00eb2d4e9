package cn.shiyu.dev;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.file.Path;
import java.util.Map;

/** Stand-ins of the outsiders nobody can run here: WeChat and the SMS gateway. Their answers are files of the project. */
final class StandIns implements Part {

    private final int port;
    private final WireMockServer server;

    StandIns(int port) {
        this.port = port;
        Path answers = Home.project().resolve("miniprogram-api/wiremock");
        server = new WireMockServer(wireMockConfig()
                .bindAddress("127.0.0.1")
                .port(port)
                .usingFilesUnderDirectory(answers.toAbsolutePath().toString())
                .templatingEnabled(true));
    }

    @Override
    public String name() {
        return "微信与短信替身 (WireMock)";
    }

    @Override
    public String setting() {
        return "shiyu.wechat.url";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Map<String, String> start() {
        server.start();
        String url = "http://127.0.0.1:" + server.port();
        return Map.of("shiyu.wechat.url", url, "shiyu.sms.url", url);
    }

    @Override
    public void stop() {
        server.stop();
    }
}
