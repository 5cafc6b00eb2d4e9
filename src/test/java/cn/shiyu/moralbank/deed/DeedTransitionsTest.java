package cn.shiyu.moralbank.deed;

import static cn.shiyu.moralbank.deed.DeedStatus.*;
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

/** The state machine of a good deed, triple by triple. */
class DeedTransitionsTest {

    private static final Path DIAGRAM = Path.of("docs/deed-states.md");

    @ParameterizedTest(name = "{0} by {2} in {1} leads to {3}")
    @MethodSource("everyTriple")
    void leadsWhereTheTableSaysAndNowhereElse(
            DeedAction action, DeedStatus from, DeedStanding by, DeedStatus to) {
        assertThat(DeedTransitions.of(action, from, by).map(row -> row.from(from)).orElse(null)).isEqualTo(to);
    }

    static Stream<Arguments> everyTriple() {
        return Arrays.stream(DeedAction.values())
                .flatMap(action -> Arrays.stream(DeedStatus.values())
                        .flatMap(from -> Arrays.stream(DeedStanding.values())
                                .map(by -> Arguments.of(action, from, by, expected(action, from, by)))));
    }

    /** Written a second time, by hand: a slip in the table shows as a difference. */
    private static DeedStatus expected(DeedAction action, DeedStatus from, DeedStanding by) {
        return switch (by) {
            case DOER -> switch (action) {
                case ACCEPT -> from == CLAIMING ? REVIEW : null;
                case DECLINE -> from == CLAIMING ? DECLINED : null;
                case WITHDRAW -> from == REVIEW ? WITHDRAWN : null;
                case APPEAL -> from == REFUSED ? APPEALED : null;
                default -> null;
            };
            case TELLER -> action == DeedAction.WITHDRAW && from == CLAIMING ? WITHDRAWN : null;
            case COMMITTEE -> action == DeedAction.VOTE && from == REVIEW ? from : null;
            case CLERK -> switch (action) {
                case GRANT_APPEAL -> from == APPEALED ? APPROVED : null;
                case UPHOLD -> from == APPEALED ? UPHELD : null;
                default -> null;
            };
            case SYSTEM -> switch (action) {
                case EXPIRE -> from == CLAIMING ? EXPIRED : null;
                case APPROVE -> from == REVIEW ? APPROVED : null;
                case REFUSE -> from == REVIEW ? REFUSED : null;
                default -> null;
            };
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
        return "# States of a good deed\n\nDrawn from `DeedTransitions`; a test holds the two equal.\n\n"
                + "```mermaid\nstateDiagram-v2\n    [*] --> DRAFT\n"
                + DeedTransitions.TABLE.stream()
                        .filter(row -> row.to() != null)
                        .flatMap(row -> row.from().stream().sorted()
                                .map(from -> "    " + from + " --> " + row.to() + ": " + row.action() + "\n"))
                        .collect(Collectors.joining())
                + "```\n\n| action | from | to | by | rule |\n| --- | --- | --- | --- | --- |\n"
                + DeedTransitions.TABLE.stream()
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
