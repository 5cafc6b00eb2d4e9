package cn.shiyu.moralbank.till;

import static cn.shiyu.moralbank.till.ChargeState.AUTHORISED;
import static cn.shiyu.moralbank.till.ChargeState.CAPTURED;
import static cn.shiyu.moralbank.till.ChargeState.REFUNDED;
import static cn.shiyu.moralbank.till.ChargeState.VOIDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A payment's state machine, pair by pair. */
class ChargeTransitionsTest {

    private static final Path DIAGRAM = Path.of("docs/charge-states.md");

    @ParameterizedTest
    @EnumSource(ChargeAction.class)
    void leadsWhereTheTableSaysAndNowhereElse(ChargeAction action) {
        for (ChargeState from : ChargeState.values()) {
            assertThat(ChargeTransitions.after(action, from).orElse(null)).as(action + " in " + from).isEqualTo(expected(action, from));
        }
    }

    private static ChargeState expected(ChargeAction action, ChargeState from) {
        return switch (action) {
            case CAPTURE -> from == AUTHORISED ? CAPTURED : null;
            case CANCEL, LAPSE -> from == AUTHORISED ? VOIDED : null;
            case REFUND -> from == CAPTURED ? REFUNDED : null;
        };
    }

    /** Run with {@code -Dshiyu.docs.write=true} to draw it anew after a change of the table. */
    @Test
    void isDrawnInTheDocsAsItIsInTheCode() throws IOException {
        if (Boolean.getBoolean("shiyu.docs.write")) {
            Files.writeString(DIAGRAM, draw());
        }
        assertThat(Files.readString(DIAGRAM)).isEqualTo(draw());
    }

    private static String draw() {
        return "# States of a payment at a shop\n\nDrawn from `ChargeTransitions`; a test holds the two equal.\n\n"
                + "```mermaid\nstateDiagram-v2\n    [*] --> AUTHORISED\n"
                + ChargeTransitions.TABLE.stream()
                        .map(row -> "    " + row.from() + " --> " + row.to() + ": " + row.action() + "\n")
                        .collect(Collectors.joining())
                + "```\n\n| action | from | to | by | rule |\n| --- | --- | --- | --- | --- |\n"
                + ChargeTransitions.TABLE.stream()
                        .map(row -> "| %s | %s | %s | %s | %s |\n".formatted(row.action(), row.from(), row.to(), row.by(), row.rule()))
                        .collect(Collectors.joining());
    }
}
