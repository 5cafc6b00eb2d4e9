package cn.shiyu.casework;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Draws the transition table as Mermaid and as a table, for docs/states.md. */
final class StateDiagram {

    private StateDiagram() {}

    static String draw() {
        return "# States of a case\n\nDrawn from `CaseTransitions`; a test holds the two equal.\n\n```mermaid\nstateDiagram-v2\n"
                + "    [*] --> SUBMITTED\n"
                + edges()
                + "```\n\nActions that leave the state as it is are only in the table.\n\n"
                + "| action | from | to | by | rule |\n| --- | --- | --- | --- | --- |\n"
                + rows();
    }

    private static String edges() {
        return CaseTransitions.TABLE.stream()
                .filter(row -> row.to() != null)
                .flatMap(row -> Arrays.stream(CaseStatus.values())
                        .filter(row.from()::contains)
                        .map(from -> "    " + from + " --> " + row.to() + ": " + row.action() + "\n"))
                .collect(Collectors.joining());
    }

    private static String rows() {
        return CaseTransitions.TABLE.stream()
                .map(row -> "| %s | %s | %s | %s | %s |\n"
                        .formatted(
                                row.action(),
                                sorted(row.from()),
                                row.to() == null ? "as it is" : row.to(),
                                sorted(row.by()),
                                row.rule() == null ? "" : row.rule()))
                .collect(Collectors.joining());
    }

    private static String sorted(java.util.Set<? extends Enum<?>> set) {
        return set.stream()
                .sorted(java.util.Comparator.comparing(value -> value.ordinal()))
                .map(Enum::name)
                .collect(Collectors.joining(", "));
    }
}
