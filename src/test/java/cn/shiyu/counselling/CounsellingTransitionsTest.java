package cn.shiyu.counselling;

import static cn.shiyu.counselling.CounsellingAction.*;
import static cn.shiyu.counselling.CounsellingStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The state machine of a written talk, pair by pair. */
class CounsellingTransitionsTest {

    private static final Path DIAGRAM = Path.of("docs/counselling-states.md");

    @ParameterizedTest(name = "{0} in {1} leads to {2}")
    @MethodSource("everyPair")
    void leadsWhereTheTableSaysAndNowhereElse(CounsellingAction action, CounsellingStatus from, String to) {
        assertThat(CounsellingTransitions.of(action, from).map(row -> row.to() == null ? "GONE" : row.to().name()).orElse(null))
                .isEqualTo(to);
    }

    /** Written a second time, by hand: a slip in the table shows as a difference. */
    static Stream<Arguments> everyPair() {
        return Arrays.stream(CounsellingAction.values())
                .flatMap(action -> Arrays.stream(CounsellingStatus.values())
                        .map(from -> Arguments.of(action, from, expected(action, from))));
    }

    private static String expected(CounsellingAction action, CounsellingStatus from) {
        boolean over = from == CLOSED;
        return switch (action) {
            case WRITE -> over ? null : "WAITING";
            case ANSWER -> over ? null : "ANSWERED";
            case CLOSE -> from == ANSWERED ? "CLOSED" : null;
            case END -> over ? null : "CLOSED";
            case OFFER, AGREE, DECLINE, CHANGE -> over ? null : from.name();
            case REMIND, BE_LATE -> from == WAITING ? "WAITING" : null;
            case DELETE -> "GONE";
        };
    }

    /** A counsellor neither decides where a talk goes nor that it is gone. */
    @Test
    void leavesConsentAndDeletionToThePerson() {
        assertThat(CounsellingTransitions.TABLE)
                .filteredOn(row -> row.action() == AGREE || row.action() == CHANGE || row.action() == DELETE || row.action() == DECLINE)
                .extracting(CounsellingTransition::by)
                .containsOnly(CounsellingStanding.PERSON);
        assertThat(CounsellingTransitions.TABLE)
                .filteredOn(row -> row.by() == CounsellingStanding.SYSTEM)
                .extracting(CounsellingTransition::action)
                .containsExactlyInAnyOrder(REMIND, BE_LATE);
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
        return "# States of a written talk with a counsellor\n\nDrawn from `CounsellingTransitions`; a test holds the two equal.\n\n"
                + "```mermaid\nstateDiagram-v2\n    [*] --> WAITING\n"
                + CounsellingTransitions.TABLE.stream()
                        .map(row -> "    " + row.from() + " --> " + (row.to() == null ? "[*]" : row.to()) + ": " + row.action() + "\n")
                        .collect(Collectors.joining())
                + "```\n\n| action | from | to | by | rule |\n| --- | --- | --- | --- | --- |\n"
                + CounsellingTransitions.TABLE.stream()
                        .map(row -> "| %s | %s | %s | %s | %s |\n".formatted(
                                row.action(), row.from(), row.to() == null ? "nothing is left" : row.to(), row.by(),
                                row.rule() == null ? "" : row.rule()))
                        .collect(Collectors.joining());
    }
}
