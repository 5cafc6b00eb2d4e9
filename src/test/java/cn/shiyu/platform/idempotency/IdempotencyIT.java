package cn.shiyu.platform.idempotency;

import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import cn.shiyu.tenancy.TenantTx;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyIT {

    private static final TenantId JIESHOU = new TenantId("jieshou");
    private static final TenantId LIAOCHENG = new TenantId("liaocheng");

    @Inject
    Idempotency idempotency;

    @Inject
    TenantTx tx;

    @Inject
    TenantSql sql;

    private final IdempotencyKey key = IdempotencyKey.fresh();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void doesTheWorkOnceAndAnswersTheSameEachTime() {
        assertThat(submit(JIESHOU, "路灯不亮")).isEqualTo(new Outcome("case 1", false));
        assertThat(submit(JIESHOU, "路灯不亮")).isEqualTo(new Outcome("case 1", true));
        assertThat(done).hasValue(1);
    }

    @Test
    void refusesTheSameKeyWithOtherContent() {
        submit(JIESHOU, "路灯不亮");
        assertThatThrownBy(() -> submit(JIESHOU, "井盖丢失")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(409);
            assertThat(refusal.code()).isEqualTo("idempotency-key-reused");
        });
        assertThat(done).hasValue(1);
    }

    @Test
    void forgetsAKeyWhoseWorkFailed() {
        assertThatThrownBy(() -> await(() -> tx.inTx(
                        JIESHOU,
                        session -> idempotency.once(session, job(JIESHOU), key, body("x"), () -> Uni.createFrom()
                                .failure(Refusal.notFound())))))
                .isInstanceOf(Refusal.class);
        assertThat(submit(JIESHOU, "路灯不亮").replayed()).isFalse();
    }

    @Test
    void letsOneOfTwoAtTheSameMomentWorkAndTheOtherAnswerTheSame() {
        Uni<Outcome> first = Uni.createFrom().deferred(() -> slow());
        var outcomes = await(() -> Uni.combine().all().unis(first, first).asTuple());
        assertThat(done).hasValue(1);
        assertThat(outcomes.getItem1().reference())
                .isEqualTo(outcomes.getItem2().reference());
        assertThat(outcomes.getItem1().replayed())
                .isNotEqualTo(outcomes.getItem2().replayed());
    }

    @Test
    void keepsTheKeysOfTwoCitiesApart() {
        submit(JIESHOU, "路灯不亮");
        assertThat(submit(LIAOCHENG, "另一件事").replayed()).isFalse();
    }

    private Outcome submit(TenantId city, String words) {
        return await(() -> tx.inTx(
                city,
                session -> idempotency.once(session, job(city), key, body(words), () -> Uni.createFrom()
                        .item(this::work))));
    }

    private Uni<Outcome> slow() {
        return sql.inTx(
                JIESHOU,
                connection -> idempotency.once(connection, job(JIESHOU), key, body("路灯不亮"), () -> Uni.createFrom()
                        .item(this::work)
                        .onItem()
                        .delayIt()
                        .by(Duration.ofMillis(300))));
    }

    private String work() {
        return "case " + done.incrementAndGet();
    }

    private static byte[] body(String words) {
        return IdempotencyKey.digest("submit", words);
    }

    private static Caller job(TenantId city) {
        return Caller.system(city, "test");
    }
}
