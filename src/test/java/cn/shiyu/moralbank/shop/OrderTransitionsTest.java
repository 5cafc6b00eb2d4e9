package cn.shiyu.moralbank.shop;

import static cn.shiyu.moralbank.shop.OrderState.CANCELLED;
import static cn.shiyu.moralbank.shop.OrderState.FETCHED;
import static cn.shiyu.moralbank.shop.OrderState.LAPSED;
import static cn.shiyu.moralbank.shop.OrderState.PLACED;
import static cn.shiyu.moralbank.shop.OrderState.REFUNDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An order's state machine, pair by pair. */
class OrderTransitionsTest {

    private static final Path DIAGRAM = Path.of("docs/order-states.md");

    @ParameterizedTest
    @EnumSource(OrderAction.class)
    void leadsWhereTheTableSaysAndNowhereElse(OrderAction action) {
        for (OrderState from : OrderState.values()) {
            assertThat(OrderTransitions.after(action, from).orElse(null)).as(action + " in " + from).isEqualTo(expected(action, from));
        }
    }

    private static OrderState expected(OrderAction action, OrderState from) {
        return switch (action) {
            case FETCH -> from == PLACED ? FETCHED : null;
            case CANCEL -> from == PLACED ? CANCELLED : null;
            case LAPSE -> from == PLACED ? LAPSED : null;
            case REFUND -> from == FETCHED ? REFUNDED : null;
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
        return "# States of an order at a shop\n\nDrawn from `OrderTransitions`; a test holds the two equal.\n\n"
                + "```mermaid\nstateDiagram-v2\n    [*] --> PLACED\n"
                + OrderTransitions.TABLE.stream()
                        .map(row -> "    " + row.from() + " --> " + row.to() + ": " + row.action() + "\n")
                        .collect(Collectors.joining())
                + "```\n\n| action | from | to | by | rule |\n| --- | --- | --- | --- | --- |\n"
                + OrderTransitions.TABLE.stream()
                        .map(row -> "| %s | %s | %s | %s | %s |\n".formatted(row.action(), row.from(), row.to(), row.by(), row.rule()))
                        .collect(Collectors.joining());
    }
}
