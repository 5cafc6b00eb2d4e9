package cn.shiyu.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.casework.PublicCaseFilter;
import cn.shiyu.platform.problem.Refusal;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestSearchTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void withoutDatesTheLastNinetyDays() {
        PublicCaseFilter filter = read(null, null, null, null, null);
        assertThat(filter.until()).isEqualTo(NOW);
        assertThat(filter.from()).isEqualTo(Instant.parse("2026-08-25T02:00:00Z"));
        assertThat(filter.most()).isEqualTo(1000);
        assertThat(filter.over()).isNull();
    }

    @Test
    void withOneDateNinetyDaysFromThere() {
        assertThat(read("2026-01-01T00:00:00Z", null, null, null, null).until())
                .isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(read("2026-11-01", null, null, null, null).until()).isEqualTo(NOW);
        assertThat(read(null, "2026-06-30T00:00:00+08:00", null, null, null).from())
                .isEqualTo(Instant.parse("2026-03-31T16:00:00Z"));
    }

    /** As servers read it: an unescaped plus becomes a blank. */
    @Test
    void daysAreTheCitysAndWholeAndAPlusMayBeLost() {
        PublicCaseFilter filter = read("2026-11-01", "2026-11-02", null, null, null);
        assertThat(filter.from()).isEqualTo(Instant.parse("2026-10-31T16:00:00Z"));
        assertThat(filter.until()).isEqualTo(Instant.parse("2026-11-02T15:59:59.999Z"));
        assertThat(read("2026-11-01T00:00:00 08:00", null, null, null, null).from())
                .isEqualTo(filter.from());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-01-01,2026-06-01,-,-,-,start_date",
                "2026-06-02,2026-06-01,-,-,-,start_date",
                "yesterday,-,-,-,-,start_date",
                "-,2026-13-01,-,-,-,end_date",
                "-,+99999-01-01T00:00:00Z,-,-,-,end_date",
                "-,-,done,-,-,status",
                "-,-,-,0,-,page",
                "-,-,-,-,1001,page_size",
                "-,-,-,-,ten,page_size"
            })
    void namesTheParameterAtFault(String start, String end, String status, String page, String size, String named) {
        assertThatThrownBy(() -> read(start, end, status, page, size))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.errors().get(0).field()).isEqualTo(named));
    }

    @Test
    void pagesStayWithinTheFirstThousand() {
        assertThat(read(null, null, "open", "3", "50").offset()).isEqualTo(100);
        assertThat(read(null, null, "closed", "3", "400").most()).isEqualTo(200);
        assertThat(read(null, null, "open,closed", "1000", "1000").most()).isZero();
    }

    @Test
    void takesNoMoreThanFiftyIds() {
        String fiftyOne =
                IntStream.rangeClosed(1, 51).mapToObj(Integer::toString).collect(Collectors.joining(","));
        assertThatThrownBy(() -> RequestSearch.ids(fiftyOne)).isInstanceOf(Refusal.class);
        assertThat(RequestSearch.ids(" a, b,,a ")).containsExactly("a", "b");
    }

    private static PublicCaseFilter read(String start, String end, String status, String page, String size) {
        return new RequestSearch(null, start, end, status, page, size).read(null, null, NOW);
    }
}
