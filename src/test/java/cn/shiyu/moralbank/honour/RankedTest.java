package cn.shiyu.moralbank.honour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Places on a board, and the days it begins on. */
class RankedTest {

    @Test
    void whoeverHasAsMuchHasTheSameRank() {
        assertThat(ranks(5, 9L, 7L, 7L, 3L)).containsExactly(1, 2, 2, 4);
    }

    @Test
    void nobodyIsPickedOutOfATieAtTheEnd() {
        assertThat(ranks(3, 9L, 7L, 5L, 5L)).containsExactly(1, 2);
        assertThat(ranks(3, 9L, 7L, 5L, 4L)).containsExactly(1, 2, 3);
        assertThat(ranks(2, 1L, 1L, 1L)).isEmpty();
    }

    @Test
    void aQuarterBeginsWithItsFirstMonth() {
        assertThat(BoardSpan.QUARTER.starts(LocalDate.of(2026, 12, 31))).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(BoardSpan.QUARTER.starts(LocalDate.of(2026, 1, 1))).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(BoardSpan.MONTH.starts(LocalDate.of(2026, 2, 28))).isEqualTo(LocalDate.of(2026, 2, 1));
    }

    @Test
    void maskedNamesKeepOneWholeCharacter() {
        assertThat(Naming.MASKED.shown("王建国", null)).isEqualTo("王**");
        assertThat(Naming.MASKED.shown("𠮷田", null)).isEqualTo("𠮷**");
    }

    private static List<Integer> ranks(int most, Long... figures) {
        return Ranked.of(List.of(figures), most, Long::longValue).stream().map(Ranked::rank).toList();
    }
}
