package cn.shiyu.moralbank.till;

import static cn.shiyu.moralbank.till.ChargeAction.CANCEL;
import static cn.shiyu.moralbank.till.ChargeAction.CAPTURE;
import static cn.shiyu.moralbank.till.ChargeAction.LAPSE;
import static cn.shiyu.moralbank.till.ChargeAction.REFUND;
import static cn.shiyu.moralbank.till.ChargeState.AUTHORISED;
import static cn.shiyu.moralbank.till.ChargeState.CAPTURED;
import static cn.shiyu.moralbank.till.ChargeState.REFUNDED;
import static cn.shiyu.moralbank.till.ChargeState.VOIDED;

import java.util.List;
import java.util.Optional;

/** The payment's state machine as one table. Printed into docs/charge-states.md; tested for every pair. */
final class ChargeTransitions {

    static final List<ChargeTransition> TABLE = List.of(
            new ChargeTransition(CAPTURE, AUTHORISED, CAPTURED, "the shop", "within the city's hours, also after the network was away"),
            new ChargeTransition(CANCEL, AUTHORISED, VOIDED, "the shop", "the points go back to their lots"),
            new ChargeTransition(LAPSE, AUTHORISED, VOIDED, "the system", "not captured in time"),
            new ChargeTransition(REFUND, CAPTURED, REFUNDED, "the shop", "within the city's days, once"));

    private ChargeTransitions() {}

    static Optional<ChargeState> after(ChargeAction action, ChargeState from) {
        return TABLE.stream()
                .filter(row -> row.action() == action && row.from() == from)
                .map(ChargeTransition::to)
                .findFirst();
    }
}
