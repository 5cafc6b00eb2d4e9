package cn.shiyu.legal;

import static cn.shiyu.legal.ConsultationAction.*;
import static cn.shiyu.legal.ConsultationStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The consultation's state machine, pair by pair. */
class ConsultationTransitionsTest {

    private static final Path DIAGRAM = Path.of("docs/legal-states.md");

    @ParameterizedTest(name = "{0} in {1} leads to {2}")
    @MethodSource("everyPair")
    void leadsWhereTheTableSaysAndNowhereElse(
            ConsultationAction action, ConsultationStatus from, ConsultationStatus to) {
        assertThat(ConsultationTransitions.of(action, from).map(ConsultationTransition::to).orElse(null)).isEqualTo(to);
    }

    /** Written a second time, by hand: a slip in the table shows as a difference. */
    static Stream<Arguments> everyPair() {
        return Arrays.stream(ConsultationAction.values())
                .flatMap(action -> Arrays.stream(ConsultationStatus.values())
                        .map(from -> Arguments.of(action, from, expected(action, from))));
    }

    private static ConsultationStatus expected(ConsultationAction action, ConsultationStatus from) {
        return switch (action) {
            case ASK_ON -> from == CONCLUDED ? null : ASKED;
            case ANSWER -> from == CONCLUDED ? null : ANSWERED;
            case CONCLUDE -> from == ANSWERED ? CONCLUDED : null;
            case WITHDRAW -> from == CONCLUDED ? null : CONCLUDED;
            case HAND_OVER -> from == CONCLUDED ? null : from;
            case FILE_CASE -> from;
            case ESCALATE -> from == ASKED ? ASKED : null;
            case RATE -> from == CONCLUDED ? CONCLUDED : null;
        };
    }

    @Test
    void letsOnlyThePersonRateAndOnlyAdvisorsConclude() {
        ConsultationTransitions.TABLE.forEach(row -> {
            if (row.action() == RATE) {
                assertThat(row.by()).containsExactly(ConsultationStanding.ASKER);
            }
            if (row.action() == CONCLUDE || row.action() == HAND_OVER) {
                assertThat(row.by()).containsExactly(ConsultationStanding.ADVISOR);
            }
        });
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
        return "# States of a legal consultation\n\nDrawn from `ConsultationTransitions`; a test holds the two equal.\n\n"
                + "```mermaid\nstateDiagram-v2\n    [*] --> ASKED\n"
                + ConsultationTransitions.TABLE.stream()
                        .map(row -> "    " + row.from() + " --> " + row.to() + ": " + row.action() + "\n")
                        .collect(Collectors.joining())
                + "```\n\n| action | from | to | by | rule |\n| --- | --- | --- | --- | --- |\n"
                + ConsultationTransitions.TABLE.stream()
                        .map(row -> "| %s | %s | %s | %s | %s |\n".formatted(
                                row.action(),
                                row.from(),
                                row.to(),
                                row.by().stream()
                                        .sorted(Comparator.naturalOrder())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")),
                                row.rule() == null ? "" : row.rule()))
                        .collect(Collectors.joining());
    }
}
