package cn.shiyu.moralbank.volunteering;

import static cn.shiyu.moralbank.volunteering.ActivityStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The state machine of an activity, triple by triple. */
class ActivityTransitionsTest {

    private static final Path DIAGRAM = Path.of("docs/volunteering-states.md");

    @ParameterizedTest(name = "{0} by {2} in {1} leads to {3}")
    @MethodSource("everyTriple")
    void leadsWhereTheTableSaysAndNowhereElse(
            ActivityAction action, ActivityStatus from, ActivityStanding by, ActivityStatus to) {
        assertThat(ActivityTransitions.of(action, from, by).map(row -> row.from(from)).orElse(null)).isEqualTo(to);
    }

    static Stream<Arguments> everyTriple() {
        return Arrays.stream(ActivityAction.values())
                .flatMap(action -> Arrays.stream(ActivityStatus.values())
                        .flatMap(from -> Arrays.stream(ActivityStanding.values())
                                .map(by -> Arguments.of(action, from, by, expected(action, from, by)))));
    }

    /** Written a second time, by hand: a slip in the table shows as a difference. */
    private static ActivityStatus expected(ActivityAction action, ActivityStatus from, ActivityStanding by) {
        boolean organiser = by == ActivityStanding.ORGANISER;
        boolean member = by == ActivityStanding.MEMBER;
        boolean system = by == ActivityStanding.SYSTEM;
        return switch (action) {
            case WRITE -> organiser && from == DRAFT ? from : null;
            case PUBLISH -> organiser && from == DRAFT ? PUBLISHED : null;
            case SIGN_UP -> member && (from == PUBLISHED || from == RUNNING) ? from : null;
            case WITHDRAW -> member && from == PUBLISHED ? from : null;
            case START -> system && from == PUBLISHED ? RUNNING : null;
            case CHECK -> member && from == RUNNING ? from : null;
            case CORRECT -> organiser && (from == RUNNING || from == ENDED) ? from : null;
            case END -> system && from == RUNNING ? ENDED : null;
            case CONFIRM -> organiser && from == ENDED ? CONFIRMED : null;
            case CANCEL -> organiser && (from == DRAFT || from == PUBLISHED) ? CANCELLED : null;
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
        return "# States of a volunteer activity\n\nDrawn from `ActivityTransitions`; a test holds the two equal.\n\n"
                + "```mermaid\nstateDiagram-v2\n    [*] --> DRAFT\n"
                + ActivityTransitions.TABLE.stream()
                        .filter(row -> row.to() != null)
                        .flatMap(row -> row.from().stream().sorted()
                                .map(from -> "    " + from + " --> " + row.to() + ": " + row.action() + "\n"))
                        .collect(Collectors.joining())
                + "```\n\n| action | from | to | by | rule |\n| --- | --- | --- | --- | --- |\n"
                + ActivityTransitions.TABLE.stream()
                        .map(row -> "| %s | %s | %s | %s | %s |\n".formatted(
                                row.action(), names(row.from()), row.to() == null ? "(stays)" : row.to(), names(row.by()),
                                row.rule() == null ? "" : row.rule()))
                        .collect(Collectors.joining());
    }

    private static String names(Set<? extends Enum<?>> names) {
        return names.stream()
                .sorted(Comparator.comparing(Enum::ordinal))
                .map(Enum::name)
                .collect(Collectors.joining(", "));
    }
}
