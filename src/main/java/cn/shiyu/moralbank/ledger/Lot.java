package cn.shiyu.moralbank.ledger;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Points of one origin and one last day.
 *
 * @param budget account of the budget that paid for them
 * @param expires last day on which they can be spent, city's zone
 */
public record Lot(UUID id, UUID account, UUID budget, LocalDate expires, long remaining) {

    boolean spendable(LocalDate day) {
        return !expires.isBefore(day);
    }
}
