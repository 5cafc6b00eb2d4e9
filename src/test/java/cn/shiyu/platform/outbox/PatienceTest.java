package cn.shiyu.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

    @Test
    void waitsLongerEachTimeUpToHalfAnHour() {
        assertThat(Patience.after(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Patience.after(2)).isEqualTo(Duration.ofSeconds(4));
        assertThat(Patience.after(40)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void endsAfterFourteenAttempts() {
        assertThat(Patience.isOver(13)).isFalse();
        assertThat(Patience.isOver(14)).isTrue();
    }

    /** A batch must be through before its claim runs out, or another instance would deliver it again for nothing. */
    @Test
    void deliversABatchWithinItsLease() {
        Duration slowest = Duration.ofSeconds(20).multipliedBy(OutboxRows.BATCH / OutboxDelivery.AT_ONCE);
        assertThat(slowest).isLessThan(OutboxRows.LEASE);
    }
}
