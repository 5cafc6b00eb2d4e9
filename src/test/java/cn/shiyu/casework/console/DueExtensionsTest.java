package cn.shiyu.casework.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueExtensionsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T04:59:00Z, 剩2小时",
        "2026-11-25T03:00:00Z, 剩2天",
        "2026-11-23T02:00:10Z, 剩1分钟",
        "2026-11-22T01:00:00Z, 已超期1天",
        "2026-11-23T01:15:00Z, 已超期45分钟"
    })
    void saysHowMuchTimeIsLeft(Instant due, String words) {
        assertThat(DueExtensions.remaining(due, NOW)).isEqualTo(words);
    }
}
