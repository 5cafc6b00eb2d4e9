package cn.shiyu.platform.redis;

import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.tenancy.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LiveTopicIT {

    private static final TenantId JIESHOU = new TenantId("jieshou");
    private static final TenantId LIAOCHENG = new TenantId("liaocheng");

    @Inject
    LiveTopic live;

    @Inject
    Redis redis;

    private final String topic = "unit-" + UUID.randomUUID();

    @Test
    void reachesEveryPageOfItsCityAndNoOther() {
        AssertSubscriber<String> one = listen(JIESHOU);
        AssertSubscriber<String> two = listen(JIESHOU);
        AssertSubscriber<String> elsewhere = listen(LIAOCHENG);
        untilHeard(one);
        two.awaitItems(1, Duration.ofSeconds(5));
        elsewhere.assertHasNotReceivedAnyItem();
    }

    @Test
    void forgetsPagesThatWereClosed() {
        AssertSubscriber<String> closed = listen(JIESHOU);
        AssertSubscriber<String> open = listen(JIESHOU);
        untilHeard(open);
        int heard = closed.getItems().size();
        closed.cancel();
        untilHeard(open);
        assertThat(closed.getItems()).hasSize(heard);
    }

    @Test
    void comesBackOnTheCallersContext() {
        Boolean same = await(() -> {
            Context before = Vertx.currentContext();
            return redis.call(client ->
                            client.getBucket(Redis.key(JIESHOU, "test", topic)).getAndDeleteAsync())
                    .map(ignored -> Vertx.currentContext() == before);
        });
        assertThat(same).isTrue();
    }

    private AssertSubscriber<String> listen(TenantId city) {
        return live.subscribe(city, topic).subscribe().withSubscriber(AssertSubscriber.create(1000));
    }

    /** The listener takes a moment to be there, as when a page opens; hints are repeated as in life. */
    private void untilHeard(AssertSubscriber<String> page) {
        int before = page.getItems().size();
        for (int i = 0; i < 50 && page.getItems().size() == before; i++) {
            await(() -> live.publish(JIESHOU, topic, "changed"));
            pause();
        }
        assertThat(page.getItems()).hasSizeGreaterThan(before);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
