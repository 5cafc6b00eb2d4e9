package cn.shiyu.agreement;

import static cn.shiyu.agreement.AgreementStatus.*;
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

/** The agreement's state machine, triple by triple. */
class AgreementTransitionsTest {

    private static final Path DIAGRAM = Path.of("docs/agreement-states.md");

    @ParameterizedTest(name = "{0} by {2} in {1} leads to {3}")
    @MethodSource("everyTriple")
    void leadsWhereTheTableSaysAndNowhereElse(
            AgreementAction action, AgreementStatus from, AgreementStanding by, AgreementStatus to) {
        assertThat(AgreementTransitions.of(action, from, by).map(row -> row.from(from)).orElse(null)).isEqualTo(to);
    }

    static Stream<Arguments> everyTriple() {
        return Arrays.stream(AgreementAction.values())
                .flatMap(action -> Arrays.stream(AgreementStatus.values())
                        .flatMap(from -> Arrays.stream(AgreementStanding.values())
                                .map(by -> Arguments.of(action, from, by, expected(action, from, by)))));
    }

    /** Written a second time, by hand: a slip in the table shows as a difference. */
    private static AgreementStatus expected(AgreementAction action, AgreementStatus from, AgreementStanding by) {
        boolean party = by == AgreementStanding.APPLICANT || by == AgreementStanding.RESPONDENT;
        boolean mediator = by == AgreementStanding.MEDIATOR;
        boolean system = by == AgreementStanding.SYSTEM;
        return switch (action) {
            case WRITE -> mediator && from == DRAFT ? from : null;
            case PROPOSE -> mediator && from == DRAFT ? PROPOSED : null;
            case TAKE_BACK -> mediator && from == PROPOSED ? DRAFT : null;
            case OBJECT -> party && from == PROPOSED ? DRAFT : null;
            case SIGN -> party && from == PROPOSED ? from : null;
            case COME_INTO_FORCE -> system && from == PROPOSED ? IN_FORCE : null;
            case REPORT, ACKNOWLEDGE, DENY, WANT_CONFIRMATION -> party && from == IN_FORCE ? from : null;
            case FULFIL -> system && from == IN_FORCE ? FULFILLED : null;
            case BREAK -> mediator && from == IN_FORCE ? BROKEN : null;
            case SUBMIT, RULE -> mediator && from.isSigned() ? from : null;
            case ABANDON -> system && (from == DRAFT || from == PROPOSED) ? ABANDONED : null;
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
        return "# States of an agreement\n\nDrawn from `AgreementTransitions`; a test holds the two equal.\n\n"
                + "```mermaid\nstateDiagram-v2\n    [*] --> DRAFT\n"
                + AgreementTransitions.TABLE.stream()
                        .filter(row -> row.to() != null)
                        .flatMap(row -> row.from().stream().sorted()
                                .map(from -> "    " + from + " --> " + row.to() + ": " + row.action() + "\n"))
                        .collect(Collectors.joining())
                + "```\n\n| action | from | to | by | rule |\n| --- | --- | --- | --- | --- |\n"
                + AgreementTransitions.TABLE.stream()
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
