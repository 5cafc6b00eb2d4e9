package cn.shiyu.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The state machine, pair by pair. */
class CaseTransitionsTest {

    private static final Path DIAGRAM = Path.of("docs/states.md");

    @ParameterizedTest(name = "{0} leads from {1} to {2}")
    @CsvSource({
        "ACCEPT, SUBMITTED, ACCEPTED",
        "REFUSE, SUBMITTED, REFUSED",
        "REFUSE, ACCEPTED, REFUSED",
        "DISPATCH, ACCEPTED, DISPATCHED",
        "RETURN, DISPATCHED, ACCEPTED",
        "RETURN, HANDLING, ACCEPTED",
        "RULE_RETURN, RETURN_DISPUTED, DISPATCHED",
        "START, DISPATCHED, HANDLING",
        "SUSPEND, HANDLING, SUSPENDED",
        "RESUME, SUSPENDED, HANDLING",
        "FINISH, HANDLING, FINISHED",
        "CONFIRM, FINISHED, FOLLOWED_UP",
        "REWORK, FINISHED, HANDLING",
        "CLOSE, FOLLOWED_UP, CLOSED",
        "ASK_AGAIN, CLOSED, ACCEPTED",
        "WITHDRAW, SUBMITTED, WITHDRAWN",
        "WITHDRAW, SUSPENDED, WITHDRAWN",
    })
    void leadsWhereTheTableSays(CaseAction action, CaseStatus from, CaseStatus to) {
        assertThat(CaseTransitions.of(action, from).orElseThrow().target(from)).isEqualTo(to);
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @MethodSource("everyPair")
    void allowsAPairOnlyIfTheTableHasIt(CaseAction action, CaseStatus from, boolean allowed) {
        assertThat(CaseTransitions.of(action, from).isPresent()).isEqualTo(allowed);
    }

    /** Written a second time, by hand, from the specification: a slip in the table shows as a difference. */
    static Stream<Arguments> everyPair() {
        return Arrays.stream(CaseAction.values())
                .flatMap(action -> Arrays.stream(CaseStatus.values())
                        .map(status -> Arguments.of(action, status, expected(action).contains(status))));
    }

    private static Set<CaseStatus> expected(CaseAction action) {
        return switch (action) {
            case ACCEPT -> EnumSet.of(CaseStatus.SUBMITTED);
            case REFUSE, ESCALATE -> EnumSet.of(CaseStatus.SUBMITTED, CaseStatus.ACCEPTED);
            case CLASSIFY -> EnumSet.of(
                    CaseStatus.SUBMITTED, CaseStatus.ACCEPTED, CaseStatus.DISPATCHED, CaseStatus.RETURN_DISPUTED);
            case DISPATCH -> EnumSet.of(CaseStatus.ACCEPTED);
            case RETURN -> EnumSet.of(CaseStatus.DISPATCHED, CaseStatus.HANDLING);
            case RULE_RETURN -> EnumSet.of(CaseStatus.RETURN_DISPUTED);
            case START -> EnumSet.of(CaseStatus.DISPATCHED);
            case LOG -> EnumSet.of(CaseStatus.HANDLING, CaseStatus.SUSPENDED);
            case SUSPEND, REQUEST_EXTENSION, GRANT_EXTENSION, DENY_EXTENSION, FINISH -> EnumSet.of(CaseStatus.HANDLING);
            case RESUME -> EnumSet.of(CaseStatus.SUSPENDED);
            case CONFIRM, REWORK -> EnumSet.of(CaseStatus.FINISHED);
            case RATE -> EnumSet.of(CaseStatus.FINISHED, CaseStatus.FOLLOWED_UP, CaseStatus.CLOSED);
            case CLOSE -> EnumSet.of(CaseStatus.FOLLOWED_UP);
            case ADD_WORDS, URGE -> EnumSet.complementOf(
                    EnumSet.of(CaseStatus.CLOSED, CaseStatus.REFUSED, CaseStatus.WITHDRAWN));
            case WITHDRAW -> EnumSet.of(
                    CaseStatus.SUBMITTED,
                    CaseStatus.ACCEPTED,
                    CaseStatus.DISPATCHED,
                    CaseStatus.RETURN_DISPUTED,
                    CaseStatus.HANDLING,
                    CaseStatus.SUSPENDED);
            case ASK_AGAIN -> EnumSet.of(CaseStatus.CLOSED);
            case PUBLISH, UNPUBLISH -> EnumSet.complementOf(EnumSet.of(CaseStatus.SUBMITTED));
            case VIEW_CONTACT -> EnumSet.allOf(CaseStatus.class);
        };
    }

    @Test
    void neverLetsACentreHandleNorAHandlerFollowUp() {
        for (Transition row : CaseTransitions.TABLE) {
            if (Set.of(CaseAction.START, CaseAction.LOG, CaseAction.FINISH).contains(row.action())) {
                assertThat(row.by()).doesNotContain(Standing.DISPATCHER, Standing.SUPERVISOR);
            }
            if (Set.of(CaseAction.CONFIRM, CaseAction.REWORK).contains(row.action())) {
                assertThat(row.by()).containsExactly(Standing.INDEPENDENT_AGENT);
            }
        }
    }

    /** Run with {@code -Dshiyu.docs.write=true} to draw it anew after a change of the table. */
    @Test
    void isDrawnInTheDocsAsItIsInTheCode() throws IOException {
        if (Boolean.getBoolean("shiyu.docs.write")) {
            Files.writeString(DIAGRAM, StateDiagram.draw());
        }
        assertThat(Files.readString(DIAGRAM)).isEqualTo(StateDiagram.draw());
    }
}
