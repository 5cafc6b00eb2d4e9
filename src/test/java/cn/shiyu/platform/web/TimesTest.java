package cn.shiyu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:05:00Z");

    @Test
    void showsInstantsInShanghai() {
        assertThat(Times.minute(NOW)).isEqualTo("2026-11-23 10:05");
        assertThat(Times.day(Instant.parse("2026-11-22T16:00:00Z"))).isEqualTo("2026-11-23");
        assertThat(Times.brief(NOW, NOW)).isEqualTo("11月23日 10:05");
        assertThat(Times.brief(Instant.parse("2019-02-28T03:25:05Z"), NOW)).isEqualTo("2019-02-28");
    }

    @ParameterizedTest
    @CsvSource({"0,刚刚", "-59,刚刚", "-180,3分钟前", "180,3分钟后", "-7200,2小时前", "-172800,2天前", "-3456000,2026-10-14"})
    void saysHowFarAwayAnInstantIs(long seconds, String words) {
        assertThat(Times.distance(NOW.plusSeconds(seconds), NOW)).isEqualTo(words);
    }
}
