package cn.shiyu.moralbank.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A statement with all that is behind it.
 *
 * @param shop name of the merchant
 * @param lines every transfer of the month, in the order of the books
 * @param shares by sponsor, the largest first
 * @param sound whether the lines still give the digest that was frozen
 */
public record StatementView(String city, String shop, Statement it, List<StatementLine> lines, List<StatementShare> shares, boolean sound) {

    /** @param points taken less given back on that day of the books */
    public record Day(LocalDate day, int transfers, long taken, long refunded) {}

    /** Where the shop reads it. */
    public String tillAddress() {
        return "/bank/till/statements/" + it.id();
    }

    /** Where the bank's clerk reads it. */
    public String deskAddress(UUID merchant) {
        return "/console/bank/merchants/" + merchant + "/statements/" + it.id();
    }

    public List<Day> days() {
        Map<LocalDate, List<StatementLine>> byDay = new TreeMap<>();
        lines.forEach(line -> byDay.computeIfAbsent(line.day(), ignored -> new ArrayList<>()).add(line));
        return byDay.entrySet().stream().map(day -> day(day.getKey(), day.getValue())).toList();
    }

    private static Day day(LocalDate day, List<StatementLine> lines) {
        long taken = lines.stream().mapToLong(StatementLine::points).filter(points -> points > 0).sum();
        long net = lines.stream().mapToLong(StatementLine::points).sum();
        return new Day(day, lines.size(), taken, taken - net);
    }
}
