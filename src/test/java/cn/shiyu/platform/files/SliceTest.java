package cn.shiyu.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SliceTest {

    @Test
    void givesThePartThatIsAskedFor() {
        assertThat(Slice.of("bytes=0-1", 100)).isEqualTo(new Slice(0, 2, 100));
        assertThat(Slice.of("bytes=90-", 100)).isEqualTo(new Slice(90, 10, 100));
        assertThat(Slice.of("bytes=-10", 100)).isEqualTo(new Slice(90, 10, 100));
        assertThat(Slice.of("bytes=50-999", 100).contentRange()).isEqualTo("bytes 50-99/100");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "bytes=-", "bytes=0-1,5-6", "lines=1-2", "bytes=a-b"})
    void givesTheWholeFileForWhatItDoesNotUnderstand(String range) {
        assertThat(Slice.of(range, 100).isWhole()).isTrue();
    }

    @Test
    void refusesAStartPastTheEnd() {
        assertThatThrownBy(() -> Slice.of("bytes=100-", 100)).isInstanceOf(Refusal.class);
    }
}
