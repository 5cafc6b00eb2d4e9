package cn.shiyu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Ask;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The published contract is what is served. */
@QuarkusTest
class OpenApiIT {

    private static final Path PUBLISHED = Path.of("miniprogram-api/openapi.yaml");

    /** Run with {@code -DargLine=-Dshiyu.docs.write=true} to publish a change. */
    @Test
    void isTheOneInTheRepository() throws IOException {
        String served = Ask.in("jieshou").get("/q/openapi?format=yaml").asString();
        if (Boolean.getBoolean("shiyu.docs.write")) {
            Files.writeString(PUBLISHED, served);
        }
        assertThat(served).isEqualTo(Files.readString(PUBLISHED));
    }
}
