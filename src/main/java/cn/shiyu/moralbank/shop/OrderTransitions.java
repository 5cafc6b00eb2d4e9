package cn.shiyu.moralbank.shop;

import static cn.shiyu.moralbank.shop.OrderAction.CANCEL;
import static cn.shiyu.moralbank.shop.OrderAction.FETCH;
import static cn.shiyu.moralbank.shop.OrderAction.LAPSE;
import static cn.shiyu.moralbank.shop.OrderAction.REFUND;
import static cn.shiyu.moralbank.shop.OrderState.CANCELLED;
import static cn.shiyu.moralbank.shop.OrderState.FETCHED;
import static cn.shiyu.moralbank.shop.OrderState.LAPSED;
import static cn.shiyu.moralbank.shop.OrderState.PLACED;
import static cn.shiyu.moralbank.shop.OrderState.REFUNDED;

import java.util.List;
import java.util.Optional;

/** The order's state machine as one table. Printed into docs/order-states.md; tested for every pair. */
final class OrderTransitions {

    static final List<OrderTransition> TABLE = List.of(
            new OrderTransition(FETCH, PLACED, FETCHED, "the shop", "with the code from the member's phone"),
            new OrderTransition(CANCEL, PLACED, CANCELLED, "the member, or by leaving the bank", "points and stock go back"),
            new OrderTransition(LAPSE, PLACED, LAPSED, "the system", "not fetched within the offer's days; points and stock go back"),
            new OrderTransition(REFUND, FETCHED, REFUNDED, "the shop", "within the city's days, once; the stock does not come back"));

    private OrderTransitions() {}

    static Optional<OrderState> after(OrderAction action, OrderState from) {
        return TABLE.stream()
                .filter(row -> row.action() == action && row.from() == from)
                .map(OrderTransition::to)
                .findFirst();
    }
}
