package cn.shiyu.platform.outbox;

import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import cn.shiyu.tenancy.TenantTx;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxIT {

    private static final TenantId JIESHOU = new TenantId("jieshou");
    private static final TenantId LIAOCHENG = new TenantId("liaocheng");

    /** Refuses keys that say so, takes all others. */
    @Singleton
    static class Letterbox implements OutboxReceiver {

        final Queue<String> taken = new ConcurrentLinkedQueue<>();

        @Override
        public String topic() {
            return "test-letterbox";
        }

        @Override
        public Uni<Void> receive(TenantId tenant, OutboxMessage message) {
            if (message.key().startsWith("refused")) {
                return Uni.createFrom().failure(Refusal.notFound());
            }
            taken.add(tenant + " " + message.key());
            return Uni.createFrom().voidItem();
        }
    }

    @Inject
    Outbox outbox;

    @Inject
    OutboxRows rows;

    @Inject
    Letterbox letterbox;

    @Inject
    TenantTx tx;

    @Inject
    TenantSql sql;

    private final String key = UUID.randomUUID().toString();

    @Test
    void deliversWhatWasCommitted() {
        put(JIESHOU, key);
        soon(() -> letterbox.taken.contains("jieshou " + key));
        soon(() -> left(JIESHOU, key).isEmpty());
    }

    @Test
    void deliversNothingOfATransactionThatFailed() {
        assertThatThrownBy(() -> await(
                        () -> tx.inTx(JIESHOU, session -> outbox.put(session, JIESHOU, "test-letterbox", key, "{}")
                                .chain(() -> Uni.createFrom().failure(Refusal.notFound())))))
                .isInstanceOf(Refusal.class);
        assertThat(left(JIESHOU, key)).isEmpty();
    }

    @Test
    void triesAgainLaterWhatWasRefusedAndKeepsWhy() {
        String refused = "refused " + key;
        put(JIESHOU, refused);
        soon(() -> left(JIESHOU, refused).stream().anyMatch("1 not-found"::equals)
                || left(JIESHOU, refused).stream().anyMatch("2 not-found"::equals));
    }

    @Test
    void letsTwoInstancesClaimDifferentMessages() {
        Instant later = Instant.now().plusSeconds(1);
        await(() -> sql.inTx(LIAOCHENG, connection -> outbox.put(connection, LIAOCHENG, "test-shared", key, "{}")
                .chain(() -> outbox.put(connection, LIAOCHENG, "test-shared", key, "{}"))));
        var topics = java.util.Set.of("test-shared");
        List<OutboxMessage> claimed = await(() -> Uni.combine()
                .all()
                .unis(rows.claim(LIAOCHENG, topics, later), rows.claim(LIAOCHENG, topics, later))
                .with((one, other) -> java.util.stream.Stream.concat(one.stream(), other.stream())
                        .toList()));
        assertThat(claimed).hasSize(2).extracting(OutboxMessage::id).doesNotHaveDuplicates();
        assertThat(await(() -> rows.claim(LIAOCHENG, topics, later))).isEmpty();
        Instant afterTheLease = later.plus(OutboxRows.LEASE).plusSeconds(1);
        assertThat(await(() -> rows.claim(LIAOCHENG, topics, afterTheLease))).hasSize(2);
        claimed.forEach(message -> await(() -> rows.done(LIAOCHENG, message)));
    }

    @Test
    void keepsTheMessagesOfTwoCitiesApart() {
        await(() -> sql.inTx(LIAOCHENG, connection -> outbox.put(connection, LIAOCHENG, "test-apart", key, "{}")));
        assertThat(await(() -> rows.claim(
                        JIESHOU, java.util.Set.of("test-apart"), Instant.now().plusSeconds(1))))
                .isEmpty();
    }

    private void put(TenantId city, String about) {
        await(() -> tx.inTx(city, session -> outbox.put(session, city, "test-letterbox", about, "{}")));
    }

    private List<String> left(TenantId city, String about) {
        return await(() -> sql.inTx(city, connection -> Statements.on(connection)
                .select("select attempts || ' ' || coalesce(last_failure, '') from outbox where key = $1", about)
                .map(lines -> lines.stream().map(line -> line.text(0)).toList())));
    }

    private static void soon(BooleanSupplier happens) {
        Instant end = Instant.now().plus(Duration.ofSeconds(15));
        while (!happens.getAsBoolean()) {
            assertThat(Instant.now()).as("patience").isBefore(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
