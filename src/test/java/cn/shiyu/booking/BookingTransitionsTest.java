package cn.shiyu.booking;

import static cn.shiyu.booking.BookingAction.*;
import static cn.shiyu.booking.BookingStatus.*;
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

/** The booking's state machine, pair by pair. */
class BookingTransitionsTest {

    private static final Path DIAGRAM = Path.of("docs/booking-states.md");

    @ParameterizedTest(name = "{0} in {1} leads to {2}")
    @MethodSource("everyPair")
    void leadsWhereTheTableSaysAndNowhereElse(BookingAction action, BookingStatus from, BookingStatus to) {
        assertThat(BookingTransitions.of(action, from).map(BookingTransition::to).orElse(null)).isEqualTo(to);
    }

    /** Written a second time, by hand, from what a booking is: a slip in the table shows as a difference. */
    static Stream<Arguments> everyPair() {
        return Arrays.stream(BookingAction.values())
                .flatMap(action -> Arrays.stream(BookingStatus.values())
                        .map(from -> Arguments.of(action, from, expected(action, from))));
    }

    private static BookingStatus expected(BookingAction action, BookingStatus from) {
        return switch (action) {
            case CONFIRM -> from == HELD ? CONFIRMED : null;
            case LAPSE -> from == HELD ? LAPSED : null;
            case MOVE -> from == CONFIRMED || from == DISPLACED ? CONFIRMED : null;
            case CANCEL -> from == HELD || from == CONFIRMED || from == DISPLACED ? CANCELLED : null;
            case DISPLACE -> from == CONFIRMED ? DISPLACED : null;
            case CHECK_IN -> from == CONFIRMED ? CHECKED_IN : null;
            case START -> from == CONFIRMED || from == CHECKED_IN ? SERVING : null;
            case FINISH -> from == CHECKED_IN || from == SERVING ? DONE : null;
            case MISS -> from == CONFIRMED ? NO_SHOW : null;
            case FORGIVE -> from == NO_SHOW ? DONE : null;
        };
    }

    @Test
    void letsNobodySayOfThemselvesThatTheyCame() {
        for (BookingAction judged : Set.of(START, FINISH, MISS, FORGIVE)) {
            BookingTransitions.TABLE.stream()
                    .filter(row -> row.action() == judged)
                    .forEach(row -> assertThat(row.by()).containsExactly(BookingStanding.PROVIDER));
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
        return "# States of a booking\n\nDrawn from `BookingTransitions`; a test holds the two equal. A hold is the beginning: "
                + "`[*] --> HELD`; somebody who walks in begins as CHECKED_IN.\n\n```mermaid\nstateDiagram-v2\n    [*] --> HELD\n    [*] --> CHECKED_IN\n"
                + BookingTransitions.TABLE.stream()
                        .flatMap(row -> sorted(row.from()).map(from -> "    " + from + " --> " + row.to() + ": " + row.action() + "\n"))
                        .collect(Collectors.joining())
                + "```\n\n| action | from | to | by | rule |\n| --- | --- | --- | --- | --- |\n"
                + BookingTransitions.TABLE.stream()
                        .map(row -> "| %s | %s | %s | %s | %s |\n".formatted(
                                row.action(),
                                sorted(row.from()).collect(Collectors.joining(", ")),
                                row.to(),
                                sorted(row.by()).collect(Collectors.joining(", ")),
                                row.rule() == null ? "" : row.rule()))
                        .collect(Collectors.joining());
    }

    private static Stream<String> sorted(Set<? extends Enum<?>> set) {
        return set.stream().sorted(Comparator.comparing(value -> value.ordinal())).map(Enum::name);
    }
}
