package cn.shiyu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FarewellTest {

    private final Farewell farewell = new Farewell();
    private final BroadcastProcessor<String> news = BroadcastProcessor.create();

    @Test
    void passesEverythingOnUntilTheInstanceGoes() {
        AssertSubscriber<String> page = open();
        news.onNext("one");
        news.onNext("two");
        page.assertItems("one", "two").assertNotTerminated();
        farewell.begin(new ShutdownDelayInitiatedEvent());
        page.assertCompleted();
    }

    @Test
    void letsGoOfWhatItListenedTo() {
        AtomicBoolean letGo = new AtomicBoolean();
        farewell.until(news.onCancellation().invoke(() -> letGo.set(true)))
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        assertThat(letGo).isFalse();
        farewell.begin(new ShutdownDelayInitiatedEvent());
        assertThat(letGo).isTrue();
    }

    @Test
    void endsAtOnceWhatIsOpenedWhenItIsAlreadyGoing() {
        farewell.begin(new ShutdownDelayInitiatedEvent());
        open().assertCompleted().assertHasNotReceivedAnyItem();
    }

    @Test
    void holdsNothingForAPageThatWasClosed() {
        AssertSubscriber<String> page = open();
        page.cancel();
        farewell.begin(new ShutdownDelayInitiatedEvent());
        page.assertNotTerminated();
    }

    private AssertSubscriber<String> open() {
        Multi<String> stream = farewell.until(news);
        return stream.subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }
}
