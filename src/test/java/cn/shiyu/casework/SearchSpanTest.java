package cn.shiyu.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SearchSpanTest {

    private static final Instant NOVEMBER = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void startsWithTheMonthOfTheNewest() {
        SearchSpan span = SearchSpan.from(NOVEMBER);
        assertThat(span.array()).isEqualTo("{24322}");
        assertThat(span.begin()).isEqualTo("2026-11-01T00:00:00Z");
    }

    @Test
    void doublesWhileItIsQuickAndLeavesNoMonthOut() {
        SearchSpan span = SearchSpan.from(NOVEMBER);
        SearchSpan next = span.before(3);
        assertThat(next.array()).isEqualTo("{24320,24321}");
        assertThat(next.before(3).array()).isEqualTo("{24316,24317,24318,24319}");
        assertThat(next.before(900).array()).as("after a slow step").isEqualTo("{24318,24319}");
    }

    @Test
    void knowsWhenTheFirstCaseOfAllIsReached() {
        SearchSpan span = SearchSpan.from(NOVEMBER).before(3);
        assertThat(span.begin()).isEqualTo("2026-09-01T00:00:00Z");
        assertThat(span.reaches(Instant.parse("2026-08-31T23:59:59Z"))).isFalse();
        assertThat(span.reaches(Instant.parse("2026-09-01T00:00:00Z"))).isTrue();
        assertThat(span.reaches(Instant.parse("2026-10-05T00:00:00Z"))).isTrue();
    }
}
