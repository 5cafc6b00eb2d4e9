package cn.shiyu.moralbank.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** No two transfers have the same seal, however their texts are cut. */
class SealTest {

    private static final UUID ID = new UUID(1, 2);
    private static final UUID OTHER = new UUID(3, 4);
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.000006Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 2);
    private static final Lot LOT = new Lot(ID, ID, OTHER, DAY, 7);

    private static Seal texts(String... it) {
        return Seal.of(it[0], ID, it[1], it[2], new byte[] {1}, DAY, AT, it[3], it[4], it[5], it[6], 0, null, null, 5);
    }

    @Property
    void aCharacterFromOneTextToTheNextIsAnotherSeal(
            @ForAll @StringLength(min = 1, max = 8) String text, @ForAll @StringLength(max = 8) String next, @ForAll @IntRange(max = 5) int at) {
        String[] one = {"a", "b", "c", "d", "e", "f", "g"};
        String[] other = one.clone();
        one[at] = text;
        one[at + 1] = next;
        int cut = text.offsetByCodePoints(text.length(), -1);
        other[at] = text.substring(0, cut);
        other[at + 1] = text.substring(cut) + next;
        if (!Arrays.equals(one, other)) {
            assertThat(texts(one).digest()).isNotEqualTo(texts(other).digest());
        }
    }

    @Test
    void everyColumnCounts() {
        List<byte[]> seals = new ArrayList<>();
        seals.add(seal(DAY, AT, 1, null, null, 5).digest());
        seals.add(seal(DAY.plusDays(1), AT, 1, null, null, 5).digest());
        seals.add(seal(DAY, AT.plusNanos(1_000), 1, null, null, 5).digest());
        seals.add(seal(DAY, AT, 2, null, null, 5).digest());
        seals.add(seal(DAY, AT, 1, ID, null, 5).digest());
        seals.add(seal(DAY, AT, 1, null, ID, 5).digest());
        seals.add(seal(DAY, AT, 1, null, null, 6).digest());
        seals.add(seal(DAY, AT, 1, null, null, 5).posting(1, ID, null, -5).digest());
        seals.add(seal(DAY, AT, 1, null, null, 5).posting(2, ID, null, -5).digest());
        seals.add(seal(DAY, AT, 1, null, null, 5).posting(1, OTHER, null, -5).digest());
        seals.add(seal(DAY, AT, 1, null, null, 5).posting(1, ID, LOT, -5).digest());
        seals.add(seal(DAY, AT, 1, null, null, 5).posting(1, ID, new Lot(ID, ID, ID, DAY, 7), -5).digest());
        seals.add(seal(DAY, AT, 1, null, null, 5).posting(1, ID, new Lot(ID, ID, OTHER, DAY.plusDays(1), 7), -5).digest());
        seals.add(seal(DAY, AT, 1, null, null, 5).posting(1, ID, LOT, 5).digest());
        assertThat(seals.stream().map(Arrays::toString)).doesNotHaveDuplicates();
        // What is left of a lot changes all the time, and is no part of it.
        assertThat(seal(DAY, AT, 1, null, null, 5).posting(1, ID, new Lot(ID, ID, OTHER, DAY, 0), -5).digest()).isEqualTo(seals.get(10));
    }

    private static Seal seal(LocalDate day, Instant at, int rules, UUID reverses, UUID endsHold, long points) {
        return Seal.of("a", ID, "AWARD", "k", new byte[] {1}, day, at, "by", "r", "t", "i", rules, reverses, endsHold, points);
    }
}
