package cn.shiyu.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An appeal's state machine, pair by pair. */
class AppealTransitionsTest {

    private static final Path DIAGRAM = Path.of("docs/appeal-states.md");

    private static final Map<String, AppealStatus> EXPECTED = Map.of(
            "GRANT OPEN", AppealStatus.GRANTED, "REFUSE OPEN", AppealStatus.REFUSED, "FORGIVE OPEN", AppealStatus.GRANTED);

    @Test
    void isDecidedOnce() {
        for (AppealTransitions.Action action : AppealTransitions.Action.values()) {
            for (AppealStatus from : AppealStatus.values()) {
                assertThat(AppealTransitions.after(action, from))
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
        return "# States of an appeal against a no-show\n\nDrawn from `AppealTransitions`; a test holds the two equal.\n\n```mermaid\nstateDiagram-v2\n"
                + "    [*] --> OPEN\n"
                + AppealTransitions.TABLE.stream()
                        .flatMap(row -> row.from().stream().sorted().map(from -> "    " + from + " --> " + row.to() + ": " + row.action() + "\n"))
                        .collect(Collectors.joining())
                + "```\n\n| action | from | to | rule |\n| --- | --- | --- | --- |\n"
                + AppealTransitions.TABLE.stream()
                        .map(row -> "| %s | %s | %s | %s |\n".formatted(
                                row.action(), row.from().stream().sorted().map(Enum::name).collect(Collectors.joining(", ")), row.to(), row.rule()))
                        .collect(Collectors.joining());
    }
}
