package cn.shiyu.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void givesOneTextForTheSameFactsInAnyOrder() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("unit", "D-urban-management");
        one.put("assist", Map.of("b", 2, "a", 1));
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("assist", Map.of("a", 1, "b", 2));
        other.put("unit", "D-urban-management");
        assertThat(CanonicalJson.of(one))
                .isEqualTo(CanonicalJson.of(other))
                .isEqualTo("{\"assist\":{\"a\":1,\"b\":2},\"unit\":\"D-urban-management\"}");
    }

    @Test
    void writesTimesNumbersAndListsWithoutLoss() {
        Map<String, Object> facts = Map.of(
                "at", Instant.parse("2026-03-01T08:30:00.123456Z"),
                "money", new BigDecimal("1200.50"),
                "units", List.of("a", "b"));
        assertThat(CanonicalJson.of(facts))
                .isEqualTo("{\"at\":\"2026-03-01T08:30:00.123456Z\",\"money\":1200.50,\"units\":[\"a\",\"b\"]}");
    }

    @Test
    void refusesWhatIsNoJsonAndNamesOnlyTheKeys() {
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("secret", new Object())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("secret");
    }
}
