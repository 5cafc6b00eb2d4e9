package cn.shiyu.booking.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A number's state machine, pair by pair. */
class TicketTransitionsTest {

    private static final Path DIAGRAM = Path.of("docs/hall-states.md");

    private static final Map<String, TicketStatus> EXPECTED = Map.of(
            "CALL WAITING", TicketStatus.CALLED,
            "CALL SKIPPED", TicketStatus.CALLED,
            "CALL_AGAIN CALLED", TicketStatus.CALLED,
            "SKIP CALLED", TicketStatus.SKIPPED,
            "FINISH CALLED", TicketStatus.DONE);

    @Test
    void hasTheseEdgesAndNoOthers() {
        for (TicketAction action : TicketAction.values()) {
            for (TicketStatus from : TicketStatus.values()) {
                assertThat(TicketTransitions.after(action, from))
                        .as("%s from %s", action, from)
                        .isEqualTo(Optional.ofNullable(EXPECTED.get(action + " " + from)));
            }
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
        return "# States of a hall's number\n\nDrawn from `TicketTransitions`; a test holds the two equal.\n\n```mermaid\nstateDiagram-v2\n"
                + "    [*] --> WAITING\n"
                + TicketTransitions.TABLE.stream()
                        .flatMap(row -> row.from().stream()
                                .sorted()
                                .map(from -> "    " + from + " --> " + row.to() + ": " + row.action() + "\n"))
                        .collect(Collectors.joining())
                + "```\n\n| action | from | to | rule |\n| --- | --- | --- | --- |\n"
                + TicketTransitions.TABLE.stream()
                        .map(row -> "| %s | %s | %s | %s |\n"
                                .formatted(
                                        row.action(),
                                        row.from().stream().sorted().map(Enum::name).collect(Collectors.joining(", ")),
                                        row.to(),
                                        row.rule() == null ? "" : row.rule()))
                        .collect(Collectors.joining());
    }
}
