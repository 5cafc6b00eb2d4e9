package cn.shiyu.moralbank.award;

import cn.shiyu.moralbank.ledger.Source;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a resident did that may earn points.
 *
 * @param kind code of the rules: {@code volunteering}, {@code deed.help}…
 * @param quantity minutes for kinds that count time, else how many, mostly 1
 * @param day on which it was done, city's zone: its rules and its caps count
 * @param budget account of a budget; null: the nearest of the member's region with enough
 * @param source what it came of; each earns once for each member
 */
public record Earned(UUID resident, String kind, long quantity, LocalDate day, UUID budget, Source source) {

    public Earned {
        if (quantity <= 0) {
            throw new IllegalArgumentException("nothing was done");
        }
    }
}
