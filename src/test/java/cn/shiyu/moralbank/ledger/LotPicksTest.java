package cn.shiyu.moralbank.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** First to expire, first to go: to the point, from no lot more than it has, and from none while an earlier one has something left. */
class LotPicksTest {

    private static final UUID ACCOUNT = UUID.randomUUID();

    private static List<Lot> lots(List<Integer> rests) {
        return IntStream.range(0, rests.size())
                .mapToObj(i -> new Lot(UUID.randomUUID(), ACCOUNT, ACCOUNT, LocalDate.EPOCH.plusDays(i), rests.get(i)))
                .toList();
    }

    @Property
    void givesExactlyWhatIsAskedOrNothing(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 50) Integer> rests, @ForAll @IntRange(min = 1, max = 300) int points) {
        Optional<List<Posting>> picked = LotPicks.of(lots(rests), points);
        assertThat(picked.isPresent()).isEqualTo(rests.stream().mapToInt(Integer::intValue).sum() >= points);
        picked.ifPresent(all -> assertThat(all.stream().mapToLong(Posting::points).sum()).isEqualTo(-points));
    }

    @Property
    void usesUpWhatExpiresFirst(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 50) Integer> rests, @ForAll @IntRange(min = 1, max = 300) int points) {
        List<Lot> lots = lots(rests);
        LotPicks.of(lots, points).ifPresent(picked -> {
            for (int i = 0; i < picked.size(); i++) {
                Posting one = picked.get(i);
                assertThat(one.lot()).isEqualTo(lots.get(i));
                assertThat(-one.points()).isBetween(1L, one.lot().remaining());
                if (i < picked.size() - 1) {
                    assertThat(-one.points()).isEqualTo(one.lot().remaining());
                }
            }
        });
    }
}
