package cn.shiyu.mediation;

import static cn.shiyu.mediation.MediationStatus.*;
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

/** The mediation's state machine, triple by triple. */
class MediationTransitionsTest {

    private static final Path DIAGRAM = Path.of("docs/mediation-states.md");
    private static final Set<MediationStatus> UNDER_WAY = Set.of(MATCHED, MEDIATING, PAUSED, HANDING_OVER);
    private static final Set<MediationStatus> DONE = Set.of(AGREED, FULFILLED, BROKEN, FAILED);

    @ParameterizedTest(name = "{0} by {2} in {1} leads to {3}")
    @MethodSource("everyTriple")
    void leadsWhereTheTableSaysAndNowhereElse(
            MediationAction action, MediationStatus from, MediationStanding by, MediationStatus to) {
        assertThat(MediationTransitions.of(action, from, by).map(row -> row.from(from)).orElse(null)).isEqualTo(to);
    }

    static Stream<Arguments> everyTriple() {
        return Arrays.stream(MediationAction.values())
                .flatMap(action -> Arrays.stream(MediationStatus.values())
                        .flatMap(from -> Arrays.stream(MediationStanding.values())
                                .map(by -> Arguments.of(action, from, by, expected(action, from, by)))));
    }

    /** Written a second time, by hand: a slip in the table shows as a difference. */
    private static MediationStatus expected(MediationAction action, MediationStatus from, MediationStanding by) {
        boolean applicant = by == MediationStanding.APPLICANT;
        boolean respondent = by == MediationStanding.RESPONDENT;
        boolean party = applicant || respondent;
        boolean mediator = by == MediationStanding.MEDIATOR;
        boolean system = by == MediationStanding.SYSTEM;
        boolean turn = (applicant && from == APPLICANT_CHOOSES) || (respondent && from == RESPONDENT_CHOOSES);
        boolean choosing = from == APPLICANT_CHOOSES || from == RESPONDENT_CHOOSES;
        return switch (action) {
            case INVITE_AGAIN -> applicant && from == RESPONDENT_CHOOSES ? from : null;
            case CHOOSE -> turn ? MATCHED : null;
            case PROPOSE -> !turn ? null : applicant ? RESPONDENT_CHOOSES : APPLICANT_CHOOSES;
            case DECLINE -> respondent && turn ? DECLINED : null;
            case EXPIRE -> !system ? null : switch (from) {
                case RESPONDENT_CHOOSES -> DECLINED;
                case APPLICANT_CHOOSES -> WITHDRAWN;
                case MATCHED -> APPLICANT_CHOOSES;
                default -> null;
            };
            case WITHDRAW -> (applicant && choosing) || (party && UNDER_WAY.contains(from)) ? WITHDRAWN : null;
            case TAKE -> mediator && from == MATCHED ? MEDIATING : null;
            case RECUSE -> mediator && UNDER_WAY.contains(from) ? APPLICANT_CHOOSES : null;
            case ASK_RECUSAL -> party && UNDER_WAY.contains(from) ? APPLICANT_CHOOSES : null;
            case SPEAK -> !system && UNDER_WAY.contains(from) ? from : null;
            case SHOW_EVIDENCE, ANSWER_SESSION -> party && UNDER_WAY.contains(from) ? from : null;
            case SCHEDULE, DRAFT -> mediator && from == MEDIATING ? from : null;
            case KEEP_MINUTES -> mediator && (from == MEDIATING || from == PAUSED) ? from : null;
            case PAUSE -> mediator && from == MEDIATING ? PAUSED : null;
            case RESUME -> mediator && from == PAUSED ? MEDIATING : null;
            case OFFER_HAND_OVER -> mediator && from == MEDIATING ? HANDING_OVER : null;
            case CONSENT -> party && from == HANDING_OVER ? from : null;
            case REFUSE_HAND_OVER -> !system && from == HANDING_OVER ? MEDIATING : null;
            case HAND_OVER -> system && from == HANDING_OVER ? MATCHED : null;
            case AGREE -> system && from == MEDIATING ? AGREED : null;
            case FAIL -> mediator && (from == MEDIATING || from == PAUSED) ? FAILED : null;
            case FULFIL -> system && from == AGREED ? FULFILLED : null;
            case BREAK -> system && from == AGREED ? BROKEN : null;
            case RATE -> party && DONE.contains(from) ? from : null;
            case FOLLOW_UP -> mediator && DONE.contains(from) ? from : null;
        };
    }

    @Test
    void neverLetsOneSideDecideForBoth() {
        MediationTransitions.TABLE.stream()
                .filter(row -> row.to() == AGREED || row.action() == MediationAction.HAND_OVER)
                .forEach(row -> assertThat(row.by()).containsExactly(MediationStanding.SYSTEM));
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
        return "# States of a mediation\n\nDrawn from `MediationTransitions`; a test holds the two equal.\n\n"
                + "```mermaid\nstateDiagram-v2\n    [*] --> RESPONDENT_CHOOSES\n"
                + MediationTransitions.TABLE.stream()
                        .filter(row -> row.to() != null)
                        .flatMap(row -> row.from().stream().sorted()
                                .map(from -> "    " + from + " --> " + row.to() + ": " + row.action() + "\n"))
                        .collect(Collectors.joining())
                + "```\n\n| action | from | to | by | rule |\n| --- | --- | --- | --- | --- |\n"
                + MediationTransitions.TABLE.stream()
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
