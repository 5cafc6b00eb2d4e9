package cn.shiyu.platform.command;

import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CommandIT {

    @Inject
    CommandRunner runner;

    @Test
    void verifiesACitysChains() {
        Command.Outcome outcome = await(() -> runner.run("verify-chain", Optional.of("liaocheng")));
        assertThat(outcome.good()).isTrue();
        assertThat(outcome.words()).startsWith("liaocheng").contains("全部完好");
    }

    @Test
    void namesTheCommandsThereAre() {
        assertThatThrownBy(() -> runner.run("verify", Optional.of("liaocheng")))
                .hasMessageContaining("verify-chain")
                .hasMessageContaining("rotate-keys")
                .hasMessageContaining("restore");
    }

    @Test
    void asksForACityOnBoard() {
        assertThatThrownBy(() -> runner.run("verify-chain", Optional.empty())).hasMessageContaining("shiyu.city");
        assertThatThrownBy(() -> runner.run("verify-chain", Optional.of("nowhere")))
                .hasMessageContaining("nowhere");
    }
}
