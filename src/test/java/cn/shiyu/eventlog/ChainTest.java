package cn.shiyu.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.identity.Caller;
import cn.shiyu.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final TenantId CITY = new TenantId("jieshou");
    private static final StreamId STREAM =
            new StreamId("case", UUID.fromString("01900000-0000-7000-8000-000000000001"));
    private static final Caller JOB = Caller.system(CITY, "test");
    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00.123456789Z");

    @Test
    void chainsEachEntryToTheOneBefore() {
        List<Entry> entries = extend(NewEvent.of("CaseSubmitted", Map.of()), NewEvent.of("CaseAccepted", Map.of()));
        assertThat(entries).extracting(Entry::seq).containsExactly(1, 2);
        assertThat(entries.get(0).prevHash()).isEqualTo(Chain.START);
        assertThat(entries.get(1).prevHash()).isEqualTo(entries.get(0).hash());
        assertThat(entries).allMatch(entry -> java.util.Arrays.equals(Chain.hash(entry), entry.hash()));
    }

    @Test
    void keepsTimesToTheMicrosecondAsTheDatabaseDoes() {
        assertThat(extend(NewEvent.of("CaseSubmitted", Map.of())).get(0).occurredAt())
                .isEqualTo(Instant.parse("2026-03-01T04:00:00.123456Z"));
    }

    @Test
    void doesNotConfuseFieldsThatJoinToTheSameText() {
        Entry entry = extend(NewEvent.of("CaseSubmitted", Map.of())).get(0);
        assertThat(Chain.hash(with(entry, "ab", "c"))).isNotEqualTo(Chain.hash(with(entry, "a", "bc")));
        assertThat(Chain.hash(with(entry, null, "c"))).isNotEqualTo(Chain.hash(with(entry, "", "c")));
    }

    @Test
    void survivesTheErasureOfWordsButNotTheirChange() {
        Entry entry = extend(NewEvent.of("CaseSubmitted", Map.of(), "路灯不亮")).get(0);
        Words erased = new Words(null, null, entry.words().digest());
        assertThat(erased.match()).isTrue();
        assertThat(erased.erased()).isTrue();
        Words changed = new Words("路灯亮了", entry.words().salt(), entry.words().digest());
        assertThat(changed.match()).isFalse();
    }

    @Test
    void givesEqualWordsUnequalDigestsSoThatErasedOnesCannotBeGuessed() {
        assertThat(Words.of("好").digest()).isNotEqualTo(Words.of("好").digest());
    }

    private static List<Entry> extend(NewEvent... facts) {
        return Head.ofNew(CITY, STREAM).extend(JOB, null, List.of(facts), NOON);
    }

    private static Entry with(Entry entry, String actorId, String actorName) {
        return new Entry(
                entry.tenant(),
                entry.stream(),
                entry.seq(),
                entry.eventId(),
                entry.type(),
                entry.version(),
                entry.occurredAt(),
                entry.actorKind(),
                actorId,
                actorName,
                null,
                entry.surface(),
                entry.payload(),
                entry.words(),
                entry.prevHash(),
                null);
    }
}
