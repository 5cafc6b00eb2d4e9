package cn.shiyu.assessment.exclusion;

import static cn.shiyu.assessment.exclusion.ExclusionState.GRANTED;
import static cn.shiyu.assessment.exclusion.ExclusionState.OPEN;
import static cn.shiyu.assessment.exclusion.ExclusionState.REFUSED;
import static cn.shiyu.assessment.exclusion.ExclusionState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The state machine of an application, pair by pair. */
class ExclusionTransitionsTest {

    private static final Path DIAGRAM = Path.of("docs/exclusion-states.md");

    @ParameterizedTest
    @EnumSource(ExclusionAction.class)
    void leadsWhereTheTableSaysAndNowhereElse(ExclusionAction action) {
        for (ExclusionState from : ExclusionState.values()) {
            ExclusionState expected = from != OPEN ? null : switch (action) {
                case GRANT -> GRANTED;
                case REFUSE -> REFUSED;
                case WITHDRAW -> WITHDRAWN;
            };
            assertThat(ExclusionTransitions.after(action, from).orElse(null)).as(action + " in " + from).isEqualTo(expected);
        }
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
        return "# States of an application to leave an event out\n\nDrawn from `ExclusionTransitions`; a test holds the two equal.\n\n"
                + "```mermaid\nstateDiagram-v2\n    [*] --> OPEN\n"
                + ExclusionTransitions.TABLE.stream()
                        .map(row -> "    " + row.from() + " --> " + row.to() + ": " + row.action() + "\n")
                        .collect(Collectors.joining())
                + "```\n\n| action | from | to | by | rule |\n| --- | --- | --- | --- | --- |\n"
                + ExclusionTransitions.TABLE.stream()
                        .map(row -> "| %s | %s | %s | %s | %s |\n".formatted(row.action(), row.from(), row.to(), row.by(), row.rule()))
                        .collect(Collectors.joining());
    }
}
