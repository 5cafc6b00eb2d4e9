package cn.shiyu.open311;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Node;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Software that knows nothing of us, npm's {@code open311}, finds the endpoint, lists the services, files a request and finds it. */
@QuarkusTest
class ClientIT {

    @Test
    void aThirdPartysClientListsFilesAndFinds() {
        String words = "路灯不亮 <&]]> “引号” 𠮷 " + UUID.randomUUID();
        String printed = Node.with(Path.of("src/test/js/open311-client"))
                .script(
                        "client.js",
                        Integer.toString(RestAssured.port),
                        "jieshou",
                        Civic.of("jieshou").key(),
                        words);
        JsonPath told = new JsonPath(printed);
        assertThat(told.getString("endpoint")).endsWith("/open311/v2/");
        assertThat(told.getInt("services")).isGreaterThan(30);
        assertThat(told.getInt("attributes")).isEqualTo(6);
        assertThat(told.getString("found.service_request_id"))
                .isEqualTo(told.getString("id"))
                .startsWith("JS");
        assertThat(told.getString("found.description")).isEqualTo(words);
        assertThat(told.getString("found.status")).isEqualTo("open");
        assertThat(told.getInt("several")).isEqualTo(1);
        assertThat(told.getBoolean("listed")).isTrue();
        assertThat(told.getString("refused")).isEqualTo("404");
    }
}
