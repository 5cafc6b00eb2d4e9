package cn.shiyu.platform.crypto;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/** No request is taken before every city's keys are there; a wrong master key ends the start with its name. */
@ApplicationScoped
class KeysAtStart {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Before everything that may want to seal while starting, e.g. bringing a city on board. */
    private static final int EARLY = 100;

    @Inject
    KeyRing ring;

    void load(@Observes @Priority(EARLY) StartupEvent start) {
        ring.loadAll().await().atMost(PATIENCE);
    }
}
