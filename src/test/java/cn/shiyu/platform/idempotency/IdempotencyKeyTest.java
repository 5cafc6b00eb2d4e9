package cn.shiyu.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "short", "with space in it", "<script>alert(1)</script>", "中文中文中文中文"})
    void refusesWhatIsNoKey(String sent) {
        assertThatThrownBy(() -> IdempotencyKey.of(sent)).isInstanceOf(Refusal.class);
    }

    @Test
    void takesAUuid() {
        String uuid = IdempotencyKey.fresh().value();
        assertThat(IdempotencyKey.of(uuid).value()).isEqualTo(uuid);
    }

    @Test
    void tellsContentsApartThatJoinToTheSameText() {
        assertThat(IdempotencyKey.digest("submit", "ab", "c")).isNotEqualTo(IdempotencyKey.digest("submit", "a", "bc"));
        assertThat(IdempotencyKey.digest("submit", (Object) null)).isNotEqualTo(IdempotencyKey.digest("submit", ""));
        assertThat(IdempotencyKey.digest("submit", "a")).isNotEqualTo(IdempotencyKey.digest("rate", "a"));
    }
}
